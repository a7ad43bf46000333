/** Cards over the map: what is broken, and what two changed. */

import { titleOf, type Finding } from '../assessment.ts';
import { lacksTouchpoints } from '../begun.ts';
import { fixOf, type Document } from '../document.ts';
import { button, h, own, severitySign, sign, type Child } from '../dom.ts';
import type { Structure } from '../edits/structure.ts';
import type { Conflict, Failed, Route, Value } from '../host.ts';
import type { Clash, Session } from '../session.ts';
import { linesOf } from '../text/diff.ts';
import { columnToUnits } from '../text/offsets.ts';
import type { TextPane } from '../text/pane.ts';
import { TextTree } from '../text/tree.ts';
import { QUESTIONS } from '../form/questions.ts';
import { say } from '../words.ts';

export class Cards {
  readonly node = h('div', { class: 'overlay', role: 'alert', hidden: true });
  readonly #session: Session;
  readonly #structure: Structure;
  readonly #pane: TextPane;

  constructor(session: Session, structure: Structure, pane: TextPane) {
    this.#session = session;
    this.#structure = structure;
    this.#pane = pane;
    session.follow((topics) => {
      if (topics.has('assessment') || topics.has('conflict') || topics.has('file') || topics.has('workspace') || topics.has('unanswered')) this.#show();
    });
  }

  #show(): void {
    const { clash, isBroken, findings, workspace, unanswered, document: journey } = this.#session;
    const fault = isBroken ? findings.find((one) => one.severity === 'error') : undefined;
    const parts = clash ? this.#clash(clash)
      : workspace.clash ? this.#wholeTexts('', (side) => workspace.resolve(side))
      : workspace.fault ? this.#fault(workspace.fault, workspace)
      : unanswered ? this.#unanswered(unanswered)
      : fault && lacksTouchpoints(this.#session) ? this.#begin()
      : fault ? this.#fault(fault, journey) : null;
    this.node.hidden = parts === null;
    const hadFocus = this.node.contains(document.activeElement);
    this.node.replaceChildren(...(parts ?? []));
    if (hadFocus) this.node.querySelector<HTMLElement>('.btn')?.focus();
  }

  #begin(): Node[] {
    return [
      h('h2', {}, say('noTouchpoint')), h('p', { class: 'muted' }, say('noTouchpointText')),
      acts(button([sign('add'), say('addFirst')], () => void this.#structure.firstTouchpoint(), { class: 'btn main' })),
    ];
  }

  #fault(fault: Finding, of: Document): Node[] {
    const { picture, workspace } = this.#session;
    const others = of.findings.length - 1;
    const kept = of === workspace ? say('workspaceBroken') : picture ? say('lastGood') : say('noMap');
    const where = fault.line === null ? '' : `${fault.file ?? ''}:${fault.line}:${fault.column ?? 1}`;
    return [
      h('h2', {}, severitySign('error', say('error')), h('span', {}, own(fault.message))),
      h('p', { class: 'muted' }, h('span', { class: 'code' }, where), ` ${fault.code}`, fault.help ? ' · ' : '', fault.help ? own(fault.help) : null),
      ...excerpt(of.buffer.text, fault),
      h('p', { class: 'muted' }, kept, others > 0 ? ` ${say('moreFaults', others)}` : ''),
      acts(
        fixOf(fault, of.path) ? button(say('fix'), () => this.#session.fix(fault), { class: 'btn main', title: fault.fixes?.[0]?.title }) : null,
        button(say('showLine'), () => this.#toText(() => this.#pane.showFinding(fault)))),
    ];
  }

  /* it stays until an answer comes: a toast would leave an empty map behind */
  #unanswered({ message, help }: Failed['error']): Node[] {
    return [
      h('h2', {}, severitySign('warning', say('warning')), h('span', {}, own(message))),
      h('p', { class: 'muted' }, say(this.#session.picture ? 'lastGood' : 'noMapNow'), help ? [' ', own(help)] : null),
      acts(button(say('tryAgain'), () => this.#session.readAnew(), { class: 'btn main' })),
    ];
  }

  #wholeTexts(reason: string, resolve: (side: 'theirs' | 'mine') => void): Node[] {
    return [
      h('h2', {}, severitySign('warning', say('warning')), say('outside')), h('p', { class: 'muted' }, say('outsideUnmerged'), ' ', own(reason)),
      acts(button(say('takeFile'), () => resolve('theirs'), { class: 'btn main' }), button(say('keepText'), () => resolve('mine'))),
    ];
  }

  #clash(clash: Clash): Node[] {
    if ('theirs' in clash) return this.#wholeTexts(clash.reason, (side) => void this.#session.meeting.resolve(side));
    const [field] = clash.fields;
    if (!field) return [];
    const row = (label: string, value: Value | undefined) => h('tr', {}, h('th', { scope: 'row' }, label), h('td', {}, own(valueText(value))));
    return [
      h('h2', {}, severitySign('warning', say('warning')), say('outside')), h('p', { class: 'muted' }, say('outsideText', this.#nameOf(field.route))),
      h('table', {}, h('tbody', {}, row(say('before'), field.before), row(say('theirs'), field.theirs), row(say('mine'), field.mine))),
      acts(
        button(say('takeTheirs'), () => void this.#session.meeting.resolve('theirs'), { class: 'btn main' }), button(say('keepMine'), () => void this.#session.meeting.resolve('mine')),
        button(say('showLine'), () => this.#toText(() => this.#showRoute(field)))),
    ];
  }

  /* a touchpoint by its title, its field by the word of the form */
  #nameOf(route: Route): string {
    const [first, id, ...rest] = route;
    if (first !== 'touchpoints' || typeof id !== 'string') return route.join(' · ');
    const point = this.#session.journey?.touchpoints.find((one) => one.id === id);
    const named = rest.filter((step) => step !== 'by_persona' && step !== 'score').map((step) => this.#stepName(String(step)));
    return [point ? titleOf(point) : id, ...named].join(' · ');
  }

  #stepName(step: string): string {
    const persona = this.#session.journey?.personas.find((one) => one.id === step);
    if (persona) return titleOf(persona);
    const question = QUESTIONS.find((one) => one.name === step);
    if (question) return say(question.word);
    switch (step) {
      case 'expectation': case 'experience': case 'stage': case 'channel': case 'outcome':
        return say(step);
      case 'title':
        return say('title');
      case 'next':
        return say('ways');
      default:
        return step;
    }
  }

  #showRoute(field: Conflict): void {
    const tree = new TextTree(this.#session.buffer.state.doc.toString());
    const place = tree.start(field.route) ?? tree.start(field.route.slice(0, 2));
    if (place !== null) this.#pane.showPlace(place);
  }

  #toText(show: () => void): void {
    if (this.#session.panes === 'map') this.#session.choose({ panes: 'both' });
    requestAnimationFrame(show);
  }
}

function acts(...children: Child[]): HTMLElement {
  return h('div', { class: 'acts' }, children);
}

function valueText(value: Value | undefined): string {
  if (value === undefined || value === null) return say('nothing');
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(' · ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The lines around a finding, its place underlined. */
function excerpt(text: string, finding: Finding): HTMLElement[] {
  if (finding.line === null) return [];
  const lines = linesOf(text);
  const { line } = finding;
  const width = String(line + 1).length;
  const numbered = (n: number) => `${String(n).padStart(width)}  `;
  const parts = [line - 1, line, line + 1].filter((n) => n >= 1 && n <= lines.length).flatMap((n): Child[] => {
    const content = lines[n - 1] ?? '';
    if (n !== line) return [`${numbered(n)}${content}\n`];
    const from = columnToUnits(content, finding.column ?? 1);
    const to = finding.end_line === line ? columnToUnits(content, finding.end_column ?? 1) : content.length;
    return [numbered(n) + content.slice(0, from), h('b', {}, content.slice(from, Math.max(to, from + 1)) || ' '), `${content.slice(Math.max(to, from + 1))}\n`];
  });
  return [h('pre', { tabindex: 0, role: 'group', 'aria-label': say('showLine') }, parts)];
}
