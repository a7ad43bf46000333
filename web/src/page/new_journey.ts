/** A new journey from a template: its file is written, and opened. */

import { TEMPLATES, failed, type Template } from '../host.ts';
import { idOf, isId } from '../edits/touchpoints.ts';
import type { Session } from '../session.ts';
import { language, say, type Word } from '../words.ts';
import { ask } from './dialog.ts';

const NAMES: Record<Template, Word> = {
  blank: 'templateBlank', shop: 'templateShop', delivery: 'templateDelivery', cafe: 'templateCafe', hotel: 'templateHotel',
  repair: 'templateRepair', taxi: 'templateTaxi', support: 'templateSupport', saas: 'templateSaas',
};

/** Ask, write and open it; whether there is one. */
export async function newJourney(session: Session): Promise<boolean> {
  const taken = session.list.map((one) => one.id);
  const answer = await ask({
    title: say('newJourney'), text: say('newText'), yes: say('create'),
    fields: [
      { name: 'title', label: say('title'), kind: 'text', required: true },
      { name: 'template', label: say('template'), kind: 'select', value: 'blank', options: TEMPLATES.map((name) => [name, say(NAMES[name])] as const) },
      {
        name: 'id', label: say('id'), kind: 'text', required: true, hint: say('idHint'), follows: { field: 'title', as: (title) => idOf(title, taken) },
        refuse: (id) => (isId(id) ? (taken.includes(id) ? say('idTaken') : null) : say('idHint')),
      },
    ],
  });
  if (!answer) return false;
  const made = await session.host.create({ id: answer['id'] ?? '', template: answer['template'] as Template, title: answer['title'] ?? '', language: language() });
  if (failed(made)) {
    session.notice({ kind: 'open', message: made.error.message, ...(made.error.help ? { help: made.error.help } : {}) });
    return false;
  }
  await session.refresh();
  return session.open(made.file);
}
