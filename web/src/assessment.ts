/** What the host knows of a text: `Assessment.to_dict`, as far as the studio reads it. */

export interface Score {
  score: number;
  n: number | null;
  sd: number | null;
  source: string | null;
  measured: string | null;
  because: readonly string[];
  from: 'written' | 'measured';
  written: number | null;
}
/** Whether a score was measured, beside the journey or in it: nobody changes it by accident. */
export const isMeasured = (score: Score | null | undefined): score is Score => !!score && (score.from === 'measured' || score.n !== null);

export type Side = 'expectation' | 'experience';
export const SIDES: readonly Side[] = ['expectation', 'experience'];

export interface PersonaScores {
  persona: string;
  expectation: Score | null;
  experience: Score | null;
}

/** A way out as it was written. */
export interface Way {
  id: string;
  probability: number | null;
  label: string | null;
  wait: string | null;
}
export type Outcome = 'success' | 'failure' | 'neutral';

export interface Touchpoint {
  id: string;
  title: string | null;
  stage: string | null;
  channels: readonly string[];
  moment_of_truth: boolean;
  expectation: Score | null;
  experience: Score | null;
  by_persona: readonly PersonaScores[];
  importance: number;
  emotions: readonly string[];
  strengths: readonly string[];
  pains: readonly string[];
  owner: string | null;
  outcome: Outcome | null;
  next: readonly Way[];
  /** Place in the file and share of each way, with those filled in that are not written. */
  ways: readonly (readonly [number, number])[];
  leaving: number;
  line: number | null;
}

export interface Persona {
  id: string;
  name: string | null;
  share: number | null;
}
export interface Stage {
  id: string;
  title: string | null;
  goal: string | null;
}
export interface Channel {
  id: string;
  title: string | null;
  kind: string | null;
}

export type Reason = 'declared' | 'vital-few' | 'peak' | 'decisive' | 'ending';

/** Figures as everybody or one persona has them; those in `assumed` rest on what was assumed. */
export interface View {
  balance: number | null;
  remembered: number | null;
  disappointed: { share: number; exact: boolean } | null;
  outcomes: { success: number; failure: number; neutral: number; drop_off: number } | null;
  customers: { value: number; per: string | null; currency: string | null } | null;
  coverage: number | null;
  assumed: readonly string[];
  moments_of_truth: readonly string[];
  negative_moments_of_truth: readonly string[];
  likely_path: { touchpoints: readonly string[]; probability: number; balance: readonly number[] | null; overdrawn_at: string | null; tied: number } | null;
  worst_path: { touchpoints: readonly string[]; balance: number | null; bounded: boolean } | null;
  loops: readonly { touchpoints: readonly string[]; balance: number }[];
  stages: readonly { id: string; reach: number | null; impact: number | null; lost: number | null; assumed: readonly string[] }[];
  /** Seconds. */
  time: { expected: number; likely: number | null } | null;
  lost: number | null;
  lost_worth: number | null;
  touchpoints: readonly {
    id: string;
    expectation: number | null;
    experience: number | null;
    gap: number | null;
    level: 'disappointment' | 'satisfaction' | 'delight' | null;
    visits: number | null;
    reach: number | null;
    impact: number | null;
    unavoidable: boolean;
    moment_of_truth: readonly Reason[];
    negative_moment_of_truth: boolean;
    assumed: readonly string[];
  }[];
}

/** What to do first for one objective: a frontier of costs, from nothing done to all that helps. */
export interface Plan {
  optimal: boolean;
  frontier: readonly { improvements: readonly string[]; cost: number; value: number; assumed: readonly string[] }[];
}
export type Objective = 'balance' | 'disappointed';

export type Severity = 'error' | 'warning' | 'info';

export interface Finding {
  code: string;
  name: string;
  severity: Severity;
  message: string;
  file: string | null;
  line: number | null;
  column: number | null;
  end_line: number | null;
  end_column: number | null;
  touchpoint: string | null;
  route: readonly (string | number)[] | null;
  help: string | null;
  fixes?: readonly Fix[];
}
export interface Fix {
  title: string;
  safe: boolean;
  edits: readonly { file: string; start: number; end: number; text: string }[];
}

/** A journey that can be used: its fields, its figures for everybody ('') and each persona. */
export interface Journey {
  unread: false;
  id: string;
  title: string | null;
  state: string | null;
  language: string | null;
  scale: readonly [number, number];
  tolerance: number;
  personas: readonly Persona[];
  stages: readonly Stage[];
  channels: readonly Channel[];
  start: readonly number[];
  touchpoints: readonly Touchpoint[];
  obstacle: string | null;
  improvements: readonly { id: string; title: string | null }[];
  metrics: { readonly [id: string]: { title: string | null; value: number | null; unit: string | null; target: string | null; met: boolean | null } };
  plan: { readonly [objective in Objective]: Plan } | null;
  /** What was not worked out for want of a solver; a host that works out all has none. */
  not_worked_out?: readonly { what: string; message: string }[];
  views: { readonly [persona: string]: View };
  findings: readonly Finding[];
}

/** A text that holds no journey: nothing but what is wrong with it. */
export interface Unread {
  unread: true;
  id: string;
  findings: readonly Finding[];
}
export type Assessment = Journey | Unread;

export const titleOf = (one: { id: string; title?: string | null; name?: string | null }): string =>
  one.title || one.name || one.id;
