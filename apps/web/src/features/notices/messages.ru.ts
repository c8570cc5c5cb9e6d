import type { en } from './messages.en.js';

export const ru: Record<keyof typeof en, string> = {
  outbox: 'Исходящие письма',
  lead: 'Почтовый сервер не настроен, поэтому ничего не отправляется. Вот что получили бы люди.',
  empty: 'Отправлять пока нечего',
  emptyLead: 'Отправьте приглашение, и письмо появится здесь.',
  to: 'Кому: {address}',
  attachments: '{count, plural, one {# вложение} few {# вложения} many {# вложений} other {# вложения}}',
  failed: 'Не отправлено: {reason}',
  sent: 'Отправлено',
};
