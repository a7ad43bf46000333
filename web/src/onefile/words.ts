/** The words that only the one page has, in English and Russian. */

import { saying } from '../words.ts';

const WORDS = {
  tooLarge: ['{}: more than {} bytes', '{}: больше {} байт'],
  tooLargeHelp: ['a journey is a text; part it into several', 'карта — это текст; разделите её на несколько'],
  notUtf8: ['{}: line {} is no UTF-8', '{}: строка {} не в UTF-8'],
  notUtf8Help: ['save the file as UTF-8: in Notepad, Save as, Encoding', 'сохраните файл в UTF-8: в Блокноте «Сохранить как», «Кодировка»'],
  halfCharacter: ['the text holds half a character', 'в тексте половина символа'],
  halfCharacterHelp: ['type it anew', 'наберите его заново'],
  unreadable: ['{}: the browser cannot read it ({})', '{}: браузер не может его прочитать ({})'],
  unwritten: ['{}: the browser could not write it ({}); the file is as it was', '{}: браузер не смог его записать ({}); файл остался прежним'],
  notAllowed: ['{}: the browser was not allowed to write it', '{}: браузеру не разрешили его записать'],
  notAllowedHelp: ['allow it, or save a copy: File, Save as', 'разрешите или запишите копию: «Файл», «Записать как»'],
  notHere: ['there is no file {} here', 'файла {} здесь нет'],
} as const satisfies Record<string, readonly [en: string, ru: string]>;

export type PageWord = keyof typeof WORDS;
export const ALL_PAGE_WORDS: Readonly<Record<string, readonly [string, string]>> = WORDS;
export const tell = saying<PageWord>(WORDS);
