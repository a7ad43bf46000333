/** Marks of the text: signs and underlines of findings, the chosen touchpoint, changed lines. */

import { RangeSet, RangeSetBuilder, StateEffect, StateField, type EditorState, type Extension, type Text } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, gutter, gutterLineClass, hoverTooltip, type DecorationSet, type Tooltip } from '@codemirror/view';
import type { Finding, Severity } from '../assessment.ts';
import { h, severitySign } from '../dom.ts';
import { say } from '../words.ts';
import { columnToUnits } from './offsets.ts';

/** Findings of the text as it is now. */
export const setFindings = StateEffect.define<readonly Finding[]>();
/** The lines that are not as in the file, and where the chosen touchpoint stands. */
export const setLines = StateEffect.define<{ changed: readonly number[]; here: readonly [number, number] | null }>();

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Where a finding lies, in the editor's offsets; null without a place in this text. */
export function placeOf(finding: Finding, doc: Text): readonly [number, number] | null {
  if (finding.line === null || finding.line < 1 || finding.line > doc.lines) return null;
  const first = doc.line(finding.line);
  const last = doc.line(Math.min(doc.lines, finding.end_line ?? finding.line));
  const from = first.from + columnToUnits(first.text, finding.column ?? 1);
  const to = last.from + columnToUnits(last.text, finding.end_column ?? finding.column ?? 1);
  return [Math.min(from, first.to), Math.max(from, Math.min(to, last.to))];
}

class Sign extends GutterMarker {
  readonly severity: Severity;
  constructor(severity: Severity) {
    super();
    this.severity = severity;
  }
  override eq(other: Sign): boolean {
    return other.severity === this.severity;
  }
  override toDOM(): Node {
    return severitySign(this.severity, say(this.severity));
  }
}
class First extends GutterMarker {
  override elementClass = 'cm-first';
}
const SIGNS = { error: new Sign('error'), warning: new Sign('warning'), info: new Sign('info') };
const FIRST = new First();
const UNDERLINES = {
  error: Decoration.mark({ class: 'cm-error' }), warning: Decoration.mark({ class: 'cm-warning' }), info: Decoration.mark({ class: 'cm-info' }),
};
const HERE = Decoration.line({ class: 'cm-here' });
const CHANGED = Decoration.line({ class: 'cm-changed' });

interface Drawn {
  underlines: DecorationSet;
  signs: RangeSet<GutterMarker>;
  told: readonly { from: number; to: number; finding: Finding }[];
}

const found = StateField.define<Drawn>({
  create: () => ({ underlines: Decoration.none, signs: RangeSet.empty, told: [] }),
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setFindings)) return draw(effect.value, transaction.state);
    if (!transaction.docChanged) return value;
    const { changes } = transaction;
    return {
      underlines: value.underlines.map(changes),
      signs: value.signs.map(changes),
      told: value.told.map((one) => ({ ...one, from: changes.mapPos(one.from, 1), to: changes.mapPos(one.to, -1) })),
    };
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.underlines),
});

const lines = StateField.define<{ lines: DecorationSet; first: RangeSet<GutterMarker> }>({
  create: () => ({ lines: Decoration.none, first: RangeSet.empty }),
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setLines)) return linesOf(effect.value, transaction.state.doc);
    if (!transaction.docChanged) return value;
    return { lines: value.lines.map(transaction.changes), first: value.first.map(transaction.changes) };
  },
  provide: (field) => [
    EditorView.decorations.from(field, (value) => value.lines),
    gutterLineClass.from(field, (value) => value.first),
  ],
});

function draw(findings: readonly Finding[], { doc }: EditorState): Drawn {
  const told = findings.flatMap((finding) => {
    const place = placeOf(finding, doc);
    return place ? [{ from: place[0], to: place[1], finding }] : [];
  });
  const underlines = told
    .filter((one) => one.to > one.from)
    .map((one) => UNDERLINES[one.finding.severity].range(one.from, one.to));
  return { underlines: Decoration.set(underlines, true), signs: signsOf(told, doc), told };
}

function linesOf({ changed, here }: { changed: readonly number[]; here: readonly [number, number] | null }, doc: Text): { lines: DecorationSet; first: RangeSet<GutterMarker> } {
  const isChanged = new Set(changed);
  const [first, last] = here ? [doc.lineAt(here[0]).number, doc.lineAt(Math.max(here[0], here[1] - 1)).number] : [1, 0];
  const builder = new RangeSetBuilder<Decoration>();
  const numbers = new Set([...changed, ...Array.from({ length: last - first + 1 }, (_, n) => first + n)]);
  for (const number of [...numbers].sort((a, b) => a - b)) {
    if (number > doc.lines) continue;
    const { from } = doc.line(number);
    builder.add(from, from, isChanged.has(number) ? CHANGED : HERE);
  }
  return { lines: builder.finish(), first: here ? RangeSet.of([FIRST.range(doc.lineAt(here[0]).from)]) : RangeSet.empty };
}

function signsOf(told: Drawn['told'], doc: Text): RangeSet<GutterMarker> {
  const worst = new Map<number, Severity>();
  for (const { from, finding } of told) {
    const line = doc.lineAt(from).from;
    const known = worst.get(line);
    if (!known || RANK[finding.severity] < RANK[known]) worst.set(line, finding.severity);
  }
  return RangeSet.of([...worst].sort(([a], [b]) => a - b).map(([line, severity]) => SIGNS[severity].range(line)));
}

function tooltipAt(view: EditorView, position: number): Tooltip | null {
  const here = view.state.field(found).told.filter((one) => one.from <= position && position <= one.to);
  const [first] = here;
  if (!first) return null;
  return {
    pos: first.from,
    above: true,
    create: () => ({
      dom: h('div', { class: 'said' }, here.map(({ finding }) => h('p', {}, finding.message, ' ', h('small', {}, `${finding.code}${finding.help ? ` · ${finding.help}` : ''}`)))),
    }),
  };
}

/** The field of marks with the gutter of signs, which stands before the line numbers. */
export const marks: Extension = [
  found,
  lines,
  gutter({ class: 'cm-signs', markers: (view) => view.state.field(found).signs }),
  hoverTooltip(tooltipAt),
];
