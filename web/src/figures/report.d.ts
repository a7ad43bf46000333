/* The scripts of the report that the studio shares: one engine, one way to write numbers. */

declare module '*/site/assets/what_if.js' {
  import type { Journey } from '../assessment.ts';
  interface Scored {
    O: number | null;
    B: number | null;
    C: number | null;
    weighted: number | null;
  }
  interface Engine {
    scores(journey: Journey, persona: string | null, lifts: Readonly<Record<string, number>>): readonly Scored[];
    level(C: number | null, tolerance: number): 'disappointment' | 'satisfaction' | 'delight' | 'unmeasured';
    balance(journey: Journey, persona: string | null, lifts: Readonly<Record<string, number>>): number | null;
    disappointed(journey: Journey, persona: string | null, lifts: Readonly<Record<string, number>>): number | null;
  }
  const engine: Engine;
  export default engine;
}

declare module '*/site/assets/numbers.js' {
  interface Numbers {
    rounded(value: number): number;
    quantity(value: number, signed?: boolean, decimals?: number): string;
    total(value: number, signed?: boolean, more?: number): string;
    share(value: number, more?: number): string;
    score(value: number, digits: number): string;
    gap(o: number, b: number, digits: number): string;
    scoreDigits(pairs: readonly (readonly [number | null, number | null])[], scale: readonly [number, number]): number;
    marked(text: string, assumed: boolean): string;
    lasting(seconds: number): string;
    money(value: number, currency: string | null): string;
  }
  const numbersOf: (language: string) => Numbers;
  export default numbersOf;
}
