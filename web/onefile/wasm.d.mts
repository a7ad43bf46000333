/** A section of a module of WebAssembly. */
export interface Section {
  id: number;
  bytes: Uint8Array;
}
export interface Instruction {
  code: number;
  start: number;
  end: number;
}

export const TYPES: number, IMPORTS: number, FUNCTIONS: number, CODE: number;
export function written(value: number): number[];
export function sized(bytes: Uint8Array): Uint8Array;
export function sections(module: Uint8Array): Iterable<Section>;
export function bodies(section: Uint8Array): Uint8Array[];
export function instructions(body: Uint8Array): Iterable<Instruction>;
