/** The findings: of the journey, and of the workspace it is read with. */

import type { Finding, Severity } from '../assessment.ts';
import { button, h, own, severitySign } from '../dom.ts';
import { fixOf } from '../document.ts';
import type { Session } from '../session.ts';
import { say } from '../words.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
/** So many rows at once: a text may have tens of thousands of faults, and they would hold up the page. */
const MOST = 300;

export class FindingsList {
  readonly node: HTMLElement;
  readonly #session: Session;
  readonly #show: (finding: Finding) => void;
  readonly #list = h('ul', {});
  readonly #count = h('span', { class: 'n' });
  readonly #filter = h('span', { class: 'filter', role: 'group', 'aria-label': say('severities') });
  readonly #hidden = new Set<Severity>();
  #most = MOST;

  /** `show` shows where a finding is. */
  constructor(session: Session, show: (finding: Finding) => void) {
    this.#session = session;
    this.#show = show;
    this.node = h('div', { class: 'problems', tabindex: '0', role: 'region', 'aria-label': say('findings') },
      h('div', { class: 'head' }, h('h2', {}, `${say('findings')} `, this.#count), this.#filter), this.#list);
    session.follow((topics) => {
      if (topics.has('file')) this.#most = MOST;
      if (topics.has('assessment') || topics.has('file') || topics.has('workspace')) this.#tell();
    });
    this.#tell();
  }

  #tell(): void {
    const found = this.#session.allFindings;
    const shown = found.filter((one) => !this.#hidden.has(one.severity));
    this.#count.textContent = shown.length === found.length ? String(found.length) : say('of', shown.length, found.length);
    this.#tellFilter(found);
    const focused = [...this.#list.children].findIndex((row) => row.contains(document.activeElement));
    const missing = (this.#session.journey?.not_worked_out ?? []).map((one) => h('li', { class: 'none', 'data-missing': one.what }, severitySign('info', say('info')), ' ', own(one.message)));
    this.#list.replaceChildren(...missing, ...(shown.length ? this.#rows(shown) : [h('li', { class: 'muted none' }, say(found.length ? 'allHidden' : this.#nothing))]));
    if (focused >= 0) this.#list.children[Math.min(focused, this.#list.children.length - 1)]?.querySelector('button')?.focus();
  }

  /* nothing is fine as long as something was not worked out */
  get #nothing(): 'noFindings' | 'noFindingsYet' {
    return this.#session.journey?.not_worked_out?.length ? 'noFindingsYet' : 'noFindings';
  }

  #tellFilter(found: readonly Finding[]): void {
    const active = document.activeElement;
    const at = active instanceof HTMLElement && this.#filter.contains(active) ? active.dataset['value'] : undefined;
    const there = SEVERITIES.filter((severity) => found.some((one) => one.severity === severity));
    const toggle = (severity: Severity) => {
      if (!this.#hidden.delete(severity)) this.#hidden.add(severity);
      this.#tell();
    };
    this.#filter.replaceChildren(...(there.length < 2 ? [] : there.map((severity) => {
      const count = found.filter((one) => one.severity === severity).length;
      return h('button', {
        type: 'button', 'data-value': severity, 'aria-pressed': String(!this.#hidden.has(severity)), title: say(severity),
        'aria-label': `${say(severity)}: ${count}`, click: () => toggle(severity),
      }, severitySign(severity, ''), h('span', { class: 'num' }, count));
    })));
    if (there.length < 2) this.#hidden.clear();
    if (at) this.#filter.querySelector<HTMLElement>(`[data-value="${at}"]`)?.focus();
  }

  #rows(shown: readonly Finding[]): HTMLElement[] {
    const rows = shown.slice(0, this.#most).map((one) => this.#row(one));
    const left = shown.length - rows.length;
    if (left > 0) rows.push(h('li', {}, button(say('moreFindings', Math.min(left, MOST), left), () => { this.#most += MOST; this.#tell(); }, { class: 'btn small', 'data-more': true })));
    return rows;
  }

  #row(finding: Finding): HTMLElement {
    const session = this.#session;
    const isHere = session.isOfJourney(finding);
    const place = isHere ? null : h('span', { class: 'code' }, `${finding.file}:${finding.line ?? ''}`);
    const fixable = fixOf(finding, isHere ? session.document.path : session.workspace.path) !== null;
    const title = finding.fixes?.[0]?.title;
    return h('li', {},
      h('button', { type: 'button', class: 'finding', click: () => this.#show(finding) },
        severitySign(finding.severity, say(finding.severity)), h('span', { class: 'ln' }, isHere ? (finding.line ?? '') : ''),
        h('span', {}, own(finding.message), h('small', { class: 'muted' }, place, place ? ' · ' : '', h('span', { class: 'code' }, finding.code), finding.help ? ' · ' : '', finding.help ? own(finding.help) : null))),
      fixable ? button(say('fix'), () => session.fix(finding), { class: 'btn small', ...(title ? { title } : {}) }) : null);
  }
}
