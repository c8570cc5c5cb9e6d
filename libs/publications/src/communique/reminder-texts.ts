import type { Language } from '@roundtable/contracts';
import { IntlMessageFormat } from 'intl-messageformat';

/** What a reminder tells. Of the text itself it holds nothing. */
export interface ReminderParts {
  name: string;
  meeting: string;
  until: string;
  zone: string;
  link: string;
}

const TEXTS: Record<Language, { subject: string; text: string }> = {
  en: {
    subject: 'Silence procedure: {meeting}',
    text: `{name},

the communique of “{meeting}” is adopted if no delegation objects until {until} ({zone}).

To read it, or to object with a reason:
{link}
`,
  },
  ru: {
    subject: 'Молчаливое согласие: {meeting}',
    text: `{name},

коммюнике встречи «{meeting}» будет принято, если до {until} ({zone}) ни одна делегация не возразит.

Прочитать или возразить с указанием причины:
{link}
`,
  },
  ky: {
    subject: 'Унчукпай макул болуу: {meeting}',
    text: `{name},

эгер {until} ({zone}) чейин бир да делегация каршылык билдирбесе, «{meeting}» жолугушуусунун коммюникеси кабыл алынат.

Окуу же себебин көрсөтүп каршылык билдирүү:
{link}
`,
  },
};

/** Writes a reminder in one of the interface languages. */
export function writeReminder(parts: ReminderParts, language: Language): { subject: string; text: string } {
  const values = Object.fromEntries(
    Object.entries<string>({ ...parts }).map(([key, words]) => [key, onOneLine(words)]),
  );
  const say = (words: string) =>
    String(new IntlMessageFormat(words, language, undefined, { ignoreTag: true }).format(values));
  const { subject, text } = TEXTS[language];
  return { subject: say(subject), text: say(text) };
}

/** What people typed must not add lines to a letter or a header, nor turn its writing direction. */
function onOneLine(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
}
