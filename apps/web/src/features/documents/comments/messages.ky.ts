import type { en } from './messages.en.js';

export const ky: Record<keyof typeof en, string> = {
  comments: 'Комментарийлер',
  comment: 'Ушул жерге комментарий',
  commentTool: 'Белгиленген сөздөргө комментарий',
  selectFirst: 'Адегенде комментарий тиешелүү болгон сөздөрдү белгилеңиз.',
  add: 'Комментарий кошуу',
  reply: 'Жооп берүү',
  send: 'Жоопту жөнөтүү',
  cancel: 'Жокко чыгаруу',
  resolve: 'Маселени жабуу',
  reopen: 'Кайра ачуу',
  none: 'Комментарий жок. Тексттен сөздөрдү белгилеп, Ctrl+Alt+M басыңыз.',
  open: 'Ачык комментарийлер',
  resolved: '{count, plural, one {# жабылган комментарий} other {# жабылган комментарий}}',
  resolvedList: 'Жабылган комментарийлер',
  resolvedBy: 'Маселени жапкан: {name}',
  replies: 'Жооптор',
  goTo: 'Тексттеги жерине өтүү: {words}',
  gone: 'Бул жер тексттен алынып салынган: «{words}»',
  wasAbout: 'Тиешелүү болгон сөздөр: «{words}»',
  tooLong: 'Эң көбү {limit} белги.',
};
