/** What the browser's own pickers come to. */

import type { Failed } from '../host.ts';
import { tell } from './words.ts';

/** A picker that is closed without a choice is no fault: null. */
export async function dismissed<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

const KINDS = [{ description: 'YAML', accept: { 'application/yaml': ['.yaml', '.yml'] } }];

export const canChoosePlace = (): boolean => typeof window.showSaveFilePicker === 'function';

/** A file to write into; null where somebody chose none. */
export async function choosePlace(name: string): Promise<FileSystemFileHandle | null> {
  return window.showSaveFilePicker ? dismissed(window.showSaveFilePicker({ suggestedName: name, types: KINDS })) : null;
}

/** A place for a text that has none: a file that somebody chooses, or the downloads, told by null. */
export async function place(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<FileSystemFileHandle | null | Failed> {
  if (canChoosePlace()) {
    try {
      return (await choosePlace(name)) ?? { error: { message: tell('cancelled') } };
    } catch {
      /* no picker without a click of somebody's: there are the downloads */
    }
  }
  download(name, new Blob([bytes], { type: 'application/yaml' }));
  return null;
}

/** Put something to the downloads; whether somebody takes it, a browser does not tell. */
export function download(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
