/** What asks before it changes a journey: touchpoints, stages, channels, personas, ids. */

import { titleOf } from '../assessment.ts';
import type { RenamedKind } from '../host.ts';
import { ask, confirm, type Field } from '../page/dialog.ts';
import type { Session } from '../session.ts';
import { TextTree } from '../text/tree.ts';
import { say, type Word } from '../words.ts';
import { addChannel, addFirst, addPersona, addStage, addTouchpoint, idOf, isId, removeTouchpoint, shareable } from './touchpoints.ts';
import { connect, tidy } from './ways.ts';

export class Structure {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  #ids(kind: RenamedKind): string[] {
    const { journey } = this.#session;
    if (!journey) return [];
    const all = { touchpoint: journey.touchpoints, stage: journey.stages, channel: journey.channels, persona: journey.personas };
    return all[kind].map((one) => one.id);
  }

  #idField(kind: RenamedKind, value = ''): Field {
    const taken = this.#ids(kind).filter((id) => id !== value);
    return {
      name: 'id', label: say('id'), kind: 'text', value, hint: say('idHint'), required: true,
      refuse: (id) => (isId(id) ? (taken.includes(id) ? say('idTaken') : null) : say('idHint')),
    };
  }

  async newTouchpoint(after: string | null): Promise<string | null> {
    const { journey } = this.#session;
    if (!journey) return null;
    const before = journey.touchpoints.find((one) => one.id === after) ?? journey.touchpoints.at(-1);
    const taken = this.#ids('touchpoint');
    const answer = await ask({
      title: say('addTouchpoint'), yes: say('add'),
      fields: [
        { name: 'title', label: say('nameOf'), kind: 'text', required: true },
        { ...this.#idField('touchpoint'), follows: { field: 'title', as: (title) => idOf(title, taken) } },
        { name: 'stage', label: say('stage'), kind: 'select', value: before?.stage ?? '', options: [['', say('noStage')], ...journey.stages.map((one) => [one.id, titleOf(one)] as const)] },
        { name: 'channel', label: say('channel'), kind: 'select', value: before?.channels[0] ?? '', options: [['', say('noChannel')], ...journey.channels.map((one) => [one.id, titleOf(one)] as const)] },
        { name: 'after', label: say('afterWhich'), kind: 'select', value: before?.id ?? '', options: journey.touchpoints.map((one) => [one.id, titleOf(one)] as const) },
        { name: 'connected', label: say('connectToo'), kind: 'check', value: 'yes' },
      ],
    });
    if (!answer) return null;
    const id = answer['id'] ?? '';
    const made = await this.#session.run((tree, now) => addTouchpoint(tree, now, {
      id, title: answer['title'] ?? '', stage: answer['stage'] || null, channel: answer['channel'] || null,
      after: answer['after'] || null, connected: answer['connected'] === 'yes',
    }));
    return made ? this.#chosen(id) : null;
  }

  async #chosen(id: string): Promise<string> {
    await this.#session.settled();
    this.#session.select(id);
    return id;
  }

  async removeTouchpoint(id: string): Promise<void> {
    const { journey } = this.#session;
    const point = journey?.touchpoints.find((one) => one.id === id);
    if (!journey || !point) return;
    if (journey.touchpoints.length === 1) {
      this.#session.notice({ kind: 'edit', message: say('notIt') });
      return;
    }
    if (!(await confirm({ title: say('removeTitle', titleOf(point)), text: say('removeText'), yes: say('remove') }))) return;
    await this.#session.run((tree, now) => removeTouchpoint(tree, now, id));
  }

  /** The first one, where the text has none. */
  async firstTouchpoint(): Promise<void> {
    const answer = await this.#named('addFirst', 'touchpoint');
    if (answer && (await this.#session.begin((tree) => addFirst(tree, answer.id, answer.title)))) await this.#chosen(answer.id);
  }

  async connect(from: string, to: string): Promise<void> {
    await this.#session.run((tree, journey) => {
      const point = journey.touchpoints.find((one) => one.id === from);
      return point ? connect(tree, point, journey.touchpoints.map((one) => one.id), to) : [];
    });
  }

  async newStage(): Promise<string | null> {
    const answer = await this.#named('addStage', 'stage');
    if (!answer) return null;
    const made = await this.#session.run((tree, journey) => addStage(tree, journey, answer.id, answer.title));
    return made ? answer.id : null;
  }

  async newChannel(): Promise<string | null> {
    const answer = await this.#named('addChannel', 'channel');
    if (!answer) return null;
    const made = await this.#session.run((tree, journey) => addChannel(tree, journey, answer.id, answer.title));
    return made ? answer.id : null;
  }

  async newPersona(): Promise<void> {
    const { journey, buffer } = this.#session;
    if (!journey) return;
    const taken = this.#ids('persona');
    const others = shareable(new TextTree(buffer.text), journey).length;
    const share: Field = {
      name: 'share', label: say('personaShare'), kind: 'number', min: 0, max: 100, value: String(Math.round(100 / (others + 1))), required: true, hint: say('personaShareHint'),
    };
    const answer = await ask({
      title: say('addPersona'), yes: say('add'),
      fields: [
        { name: 'title', label: say('personaName'), kind: 'text', required: true },
        { ...this.#idField('persona'), follows: { field: 'title', as: (title) => idOf(title, taken) } },
        ...(others ? [share] : []),
      ],
    });
    if (!answer) return;
    const part = answer['share'] ? tidy(Number(answer['share']) / 100) : null;
    await this.#session.run((tree, now) => addPersona(tree, now, answer['id'] ?? '', answer['title'] ?? '', part));
  }

  async #named(title: Word, kind: RenamedKind): Promise<{ id: string; title: string } | null> {
    const taken = this.#ids(kind);
    const answer = await ask({
      title: say(title), yes: say('add'),
      fields: [
        { name: 'title', label: say('nameOf'), kind: 'text', required: true },
        { ...this.#idField(kind), follows: { field: 'title', as: (text) => idOf(text, taken) } },
      ],
    });
    return answer && { id: answer['id'] ?? '', title: answer['title'] ?? '' };
  }

  /** Another id, wherever the text names it. */
  async rename(kind: RenamedKind, id: string): Promise<void> {
    const answer = await ask({ title: say('rename'), yes: say('rename'), fields: [this.#idField(kind, id)] });
    const to = answer?.['id'];
    if (!to || to === id) return;
    const made = await this.#session.run(() => [{ op: 'rename', kind, id, new: to }]);
    if (made && kind === 'touchpoint') await this.#chosen(to);
  }

  async discard(): Promise<void> {
    if (await confirm({ title: say('discardTitle'), text: say('discardText'), yes: say('discard'), no: say('close') })) this.#session.discard();
  }
}
