import type { DelegationView, Language, MeetingView, ParticipantView, Role } from '@roundtable/contracts';
import { IntlMessageFormat } from 'intl-messageformat';
import { formatPeriod, formatZone } from './meeting-dates.js';

/** Everything an invitation says. */
export interface InvitationParts {
  meeting: MeetingView;
  participant: ParticipantView;
  delegation: DelegationView | null;
  link: string;
}

/** Roles in words, as a secretariat writes them; also understood in uploaded lists. */
export const ROLE_WORDS: Record<Language, Record<Role, string>> = {
  en: {
    chair: 'chair',
    moderator: 'moderator',
    rapporteur: 'rapporteur',
    secretary: 'secretary',
    expert: 'expert',
    interpreter: 'interpreter',
    captioner: 'captioner',
    observer: 'observer',
    guest: 'guest',
  },
  ru: {
    chair: 'председатель',
    moderator: 'модератор',
    rapporteur: 'докладчик',
    secretary: 'секретарь',
    expert: 'эксперт',
    interpreter: 'переводчик',
    captioner: 'субтитровщик',
    observer: 'наблюдатель',
    guest: 'гость',
  },
  ky: {
    chair: 'төрага',
    moderator: 'модератор',
    rapporteur: 'баяндамачы',
    secretary: 'катчы',
    expert: 'эксперт',
    interpreter: 'котормочу',
    captioner: 'субтитрчи',
    observer: 'байкоочу',
    guest: 'конок',
  },
};

const TEXTS: Record<Language, { subject: string; text: string }> = {
  en: {
    subject: 'Invitation: {title}',
    text: `{name},

{host} invites you to “{title}”.

When: {when} ({zone})
Where: {where, select, both {{venue}, or remotely} venue {{venue}} other {remotely}}
You take part as {roles}{hasDelegation, select, yes {, {delegation}} other {}}.

Your personal link:
{link}

The link is meant for you alone: whoever has it enters under your name. It needs no password and works on several devices. A record of the meeting is kept; you will be asked to agree before you enter.
`,
  },
  ru: {
    subject: 'Приглашение: {title}',
    text: `{name},

{host} приглашает Вас на встречу «{title}».

Когда: {when} ({zone})
Где: {where, select, both {{venue} или дистанционно} venue {{venue}} other {дистанционно}}
Вы участвуете как {roles}{hasDelegation, select, yes {, {delegation}} other {}}.

Ваша личная ссылка:
{link}

Ссылка предназначена только Вам: тот, у кого она есть, войдёт под Вашим именем. Пароль не нужен, ссылка работает на нескольких устройствах. Ход встречи записывается; перед входом мы попросим Вашего согласия.
`,
  },
  ky: {
    subject: 'Чакыруу: {title}',
    text: `{name},

{host} Сизди «{title}» жолугушуусуна чакырат.

Качан: {when} ({zone})
Кайда: {where, select, both {{venue} же алыстан} venue {{venue}} other {алыстан}}
Сиз катышасыз: {roles}{hasDelegation, select, yes {, {delegation}} other {}}.

Сиздин жеке шилтемеңиз:
{link}

Шилтеме Сизге гана арналган: кимде ал болсо, ошол Сиздин атыңыздан кирет. Сырсөз керек эмес, шилтеме бир нече түзмөктө иштейт. Жолугушуунун жүрүшү жазылат; кирерден мурда макулдугуңузду сурайбыз.
`,
  },
};

/** Writes an invitation in one of the interface languages. */
export function writeInvitation(
  parts: InvitationParts,
  language: Language,
): { subject: string; text: string } {
  const { meeting, participant, delegation, link } = parts;
  const values = {
    title: onOneLine(meeting.title),
    host: onOneLine(meeting.host),
    name: onOneLine(participant.name),
    when: formatPeriod(meeting.startsAt, meeting.endsAt, meeting.zone, language),
    zone: formatZone(meeting.zone, meeting.startsAt),
    where: placeOf(meeting),
    venue: onOneLine(meeting.venue ?? ''),
    roles: participant.roles.map((role) => ROLE_WORDS[language][role]).join(', '),
    hasDelegation: delegation ? 'yes' : 'no',
    delegation: onOneLine(delegation?.name ?? ''),
    link,
  };
  const { subject, text } = TEXTS[language];
  return { subject: format(subject, language, values), text: format(text, language, values) };
}

/** The interface language to write to somebody in: theirs, else the meeting's first that we know, else English. */
export function languageFor(participant: ParticipantView, meeting: MeetingView): Language {
  const tags = [participant.language, ...meeting.languages];
  return tags.map(toLanguage).find((language) => language !== null) ?? 'en';
}

function toLanguage(tag: string | null): Language | null {
  const primary = tag?.toLowerCase().split('-')[0];
  return primary === 'en' || primary === 'ru' || primary === 'ky' ? primary : null;
}

function placeOf({ venue, remote }: MeetingView): 'both' | 'venue' | 'remote' {
  if (venue === null) return 'remote';
  return remote ? 'both' : 'venue';
}

function format(message: string, language: Language, values: Record<string, string>): string {
  const text: unknown = new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).format(
    values,
  );
  return String(text);
}

/** What people typed must not add lines to a letter or a header, nor turn its writing direction. */
function onOneLine(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
}
