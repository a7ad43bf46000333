export function withSettledCalls(module: Uint8Array): Uint8Array<ArrayBuffer>;
