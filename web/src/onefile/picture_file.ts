/** A map as a file: the SVG as it is, or drawn by the browser as PNG. */

import type { Failed } from '../host.ts';
import { tell } from './words.ts';

export type Theme = 'light' | 'dark' | 'print';

const SCALE = 2;
/** Pixels a side and in all, where canvases of browsers end. */
const LONGEST = 16_000;
const MOST = 60_000_000;
/* a picture is decoded before its fonts are: it is drawn small until it no longer changes */
const ROUNDS = 30;
const ROUND_MS = 80;
const TRIAL = 1200;

export interface Drawn {
  blob: Blob;
  /** Of the size it has in the SVG; below 2 where the browser could not do more. */
  scale: number;
}

/** How large a picture may be drawn. */
export const scaleFor = (width: number, height: number): number =>
  Math.min(SCALE, LONGEST / width, LONGEST / height, Math.sqrt(MOST / (width * height)));

export async function pngOf(svg: string): Promise<Drawn | Failed> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([withFonts(svg)], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const [width, height] = [image.naturalWidth, image.naturalHeight];
    const scale = scaleFor(width, height);
    await settled(image, width, height);
    const canvas = canvasOf(Math.round(width * scale), Math.round(height * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    return blob ? { blob, scale } : { error: { message: tell('noPicture') } };
  } catch {
    return { error: { message: tell('noPicture') } };
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function settled(image: HTMLImageElement, width: number, height: number): Promise<void> {
  const trial = canvasOf(Math.min(width, TRIAL), Math.min(height, TRIAL));
  let [before, alike] = ['', 0];
  for (let round = 0; round < ROUNDS && alike < 2; round += 1) {
    trial.getContext('2d')?.clearRect(0, 0, trial.width, trial.height);
    trial.getContext('2d')?.drawImage(image, 0, 0);
    const now = trial.toDataURL();
    alike = round > 1 && now === before ? alike + 1 : 0;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, ROUND_MS));
  }
}

function canvasOf(width: number, height: number): HTMLCanvasElement {
  return Object.assign(document.createElement('canvas'), { width, height });
}

/* a picture that is drawn on a canvas loads nothing, so the page's fonts go along */
function withFonts(svg: string): string {
  const faces = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule instanceof CSSFontFaceRule).map((rule) => rule.cssText);
  return svg.replace(/(<svg\b[^>]*>)/, (opening) => `${opening}<style>${faces.join('\n')}</style>`);
}
