import { type Host } from './host.ts';
export type { Host };
