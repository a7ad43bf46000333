/** What the search in the text says of itself. */

import type { Language } from '../host.ts';

const RUSSIAN: Readonly<Record<string, string>> = {
  Find: 'Найти', Replace: 'Заменить на', next: 'дальше', previous: 'назад', all: 'все',
  'match case': 'с учётом регистра', regexp: 'регулярное выражение', 'by word': 'слово целиком',
  replace: 'заменить', 'replace all': 'заменить все', close: 'закрыть',
  'current match': 'найдено здесь', 'on line': 'в строке', 'replaced $ matches': 'заменено: $',
  'replaced match on line $': 'заменено в строке $', 'Go to line': 'К строке', go: 'перейти',
  'Control character': 'Управляющий знак', 'Selection deleted': 'Выделение удалено', Completions: 'Подсказки',
};

export const phrases = (language: Language): Record<string, string> => (language === 'ru' ? { ...RUSSIAN } : {});
