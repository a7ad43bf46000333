/** A new journey from a template: its file is written, and opened. */

import { failed } from '../host.ts';
import { idOf, isId } from '../edits/touchpoints.ts';
import type { Session } from '../session.ts';
import { language, say } from '../words.ts';
import { ask } from './dialog.ts';

/** Ask, write and open it; whether there is one. `template` is what is offered first, `begin` is called
once somebody has answered. */
export async function newJourney(session: Session, template = 'blank', begin: () => void = () => undefined): Promise<boolean> {
  const templates = await session.host.templates(language());
  if (failed(templates)) {
    session.notice({ kind: 'open', message: templates.error.message });
    return false;
  }
  const taken = session.list.map((one) => one.id);
  const answer = await ask({
    title: say('newJourney'), text: say('newText'), yes: say('create'),
    fields: [
      { name: 'title', label: say('title'), kind: 'text', required: true },
      { name: 'template', label: say('template'), kind: 'select', value: template, options: templates.map((one) => [one.name, one.title] as const) },
      {
        name: 'id', label: say('id'), kind: 'text', required: true, hint: say('idHint'), follows: { field: 'title', as: (title) => idOf(title, taken) },
        refuse: (id) => (isId(id) ? (taken.includes(id) ? say('idTaken') : null) : say('idHint')),
      },
    ],
  });
  if (!answer) return false;
  begin();
  const made = await session.host.create({ id: answer['id'] ?? '', template: answer['template'] ?? '', title: answer['title'] ?? '', language: language() });
  if (failed(made)) {
    session.notice({ kind: 'open', message: made.error.message, ...(made.error.help ? { help: made.error.help } : {}) });
    return false;
  }
  await session.refresh();
  return session.open(made.file);
}
