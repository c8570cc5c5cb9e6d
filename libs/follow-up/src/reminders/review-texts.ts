import type { Language } from '@roundtable/contracts';
import { IntlMessageFormat } from 'intl-messageformat';

/** What a reminder tells. Of the proposal it holds only the number. */
export interface ReviewParts {
  name: string;
  meeting: string;
  number: string;
  due: string;
  link: string;
}

const TEXTS: Record<Language, { subject: string; text: string }> = {
  en: {
    subject: 'Review of proposal {number}: {meeting}',
    text: `{name},

today is the day on which the follow-up of proposal {number} of “{meeting}” is reviewed. It is due on {due}.

To read how far it is, or to report on it:
{link}

If the page asks you to sign in and your personal link has ended, ask there for a new one.
`,
  },
  ru: {
    subject: 'Пересмотр предложения {number}: {meeting}',
    text: `{name},

на сегодня назначен пересмотр хода выполнения предложения {number} встречи «{meeting}». Срок исполнения: {due}.

Узнать, что сделано, или сообщить о ходе выполнения:
{link}

Если страница просит войти, а срок Вашей личной ссылки истёк, запросите там новую.
`,
  },
  ky: {
    subject: '{number}-сунушту кайра кароо: {meeting}',
    text: `{name},

«{meeting}» жолугушуусунун {number}-сунушунун аткарылышын кайра кароо бүгүнкү күнгө белгиленген. Аткаруу мөөнөтү: {due}.

Эмне аткарылганын көрүү же кабар берүү:
{link}

Эгер барак кирүүнү сураса, ал эми жеке шилтемеңиздин мөөнөтү бүтсө, ошол жерден жаңысын сураңыз.
`,
  },
};

/** Writes a reminder in one of the interface languages. */
export function writeReview(parts: ReviewParts, language: Language): { subject: string; text: string } {
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
