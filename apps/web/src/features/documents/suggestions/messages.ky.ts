import type { en } from './messages.en.js';

export const ky: Record<keyof typeof en, string> = {
  suggestions: 'Түзөтүүлөр',
  suggest: 'Түзөтүү катары жазуу',
  suggestHint: 'Жазганыңыз менен өчүргөнүңүз башкалар кабыл алсын же четке каксын деп белгиленет.',
  suggestingOn: 'Сиз түзөтүү киргизип жатасыз: алар кабыл алынмайынча текст өзгөрбөйт.',
  onlyWords:
    'Түзөтүү катары сөздөр гана сунушталат. Тизмелерди, таблицаларды же аталыштарды өзгөртүү үчүн түзөтүүдөн чыгыңыз.',
  none: 'Түзөтүү жок.',
  list: 'Түзөтүүлөр тексттин иретинде',
  add: 'Кошуу: <words></words>',
  remove: 'Алып салуу: <words></words>',
  accept: 'Кабыл алуу',
  reject: 'Четке кагуу',
  acceptNamed: 'Түзөтүүнү кабыл алуу ({name}): {words}',
  rejectNamed: 'Түзөтүүнү четке кагуу ({name}): {words}',
  acceptAll: 'Баарын кабыл алуу',
  rejectAll: 'Баарын четке кагуу',
  accepted: '{count, plural, one {# түзөтүү кабыл алынды.} other {# түзөтүү кабыл алынды.}}',
  rejected: '{count, plural, one {# түзөтүү четке кагылды.} other {# түзөтүү четке кагылды.}}',
  goTo: 'Тексттеги жерине өтүү',
};
