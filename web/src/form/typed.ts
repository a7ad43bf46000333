/** A field that somebody types in: it may be another one by the time it is left. */

import type { Journey, Touchpoint } from '../assessment.ts';
import type { Operation, Route, Value } from '../host.ts';
import type { Session } from '../session.ts';
import type { TextTree } from '../text/tree.ts';

export interface TypedField {
  route(point: Touchpoint): Route;
  answers(point: Touchpoint): readonly string[];
  /** What makes them others in the text, from the touchpoint as it is by then. */
  set(tree: TextTree, point: Touchpoint, answers: readonly string[]): readonly Operation[];
}

/** Write a field each time it is left. Where it changed outside since it was begun, somebody is asked. */
export class Typed {
  readonly #session: Session;
  readonly #field: TypedField;
  readonly #id: string;
  #before: readonly string[];

  constructor(session: Session, field: TypedField, point: Touchpoint) {
    this.#session = session;
    this.#field = field;
    this.#id = point.id;
    this.#before = field.answers(point);
  }

  /** Whether the text has it now; what was refused stays in its field, and can be tried again. */
  async write(mine: readonly string[]): Promise<boolean> {
    const before = this.#before;
    if (alike(before, mine)) return true;
    this.#before = mine;
    let theirs: readonly string[] = before;
    const made = await this.#session.run((tree, journey) => {
      const point = pointOf(journey, this.#id);
      if (!point) return [];
      theirs = this.#field.answers(point);
      return this.#field.set(tree, point, mine);
    });
    if (!made) this.#before = before;
    const point = this.#session.draft?.point(this.#id);
    if (!made || !point || alike(theirs, before) || alike(theirs, mine)) return made;
    this.#session.meeting.overtyped({ route: this.#field.route(point), ...sides({ before, theirs, mine }) });
    return true;
  }

  /** Write an input's value whenever it is left; one that was refused says so until it is another. */
  follow(input: HTMLInputElement | HTMLTextAreaElement, answersIn: (value: string) => readonly string[]): void {
    input.addEventListener('change', () => {
      void this.write(answersIn(input.value)).then((made) => input.toggleAttribute('data-refused', !made));
    });
    input.addEventListener('input', () => input.removeAttribute('data-refused'));
  }
}

const pointOf = (journey: Journey, id: string): Touchpoint | undefined => journey.touchpoints.find((one) => one.id === id);
const alike = (one: readonly string[], other: readonly string[]): boolean => one.join('\n') === other.join('\n');

/* one answer stands alone, none is not there */
function sides(given: Record<'before' | 'theirs' | 'mine', readonly string[]>): Partial<Record<'before' | 'theirs' | 'mine', Value>> {
  return Object.fromEntries(Object.entries(given).filter(([, answers]) => answers.length)
    .map(([side, answers]) => [side, answers.length === 1 ? answers[0] as string : [...answers]]));
}
