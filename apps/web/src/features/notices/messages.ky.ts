import type { en } from './messages.en.js';

export const ky: Record<keyof typeof en, string> = {
  outbox: 'Жөнөтүлүүчү каттар',
  lead: 'Почта сервери туураланган эмес, ошондуктан эч нерсе жөнөтүлбөйт. Адамдар мына ушуну алмак.',
  empty: 'Азырынча жөнөтүлө турган эч нерсе жок',
  emptyLead: 'Чакыруу жөнөтсөңүз, анын каты ушул жерде пайда болот.',
  to: 'Кимге: {address}',
  attachments: '{count, plural, one {# тиркеме} other {# тиркеме}}',
  failed: 'Жөнөтүлгөн жок: {reason}',
  sent: 'Жөнөтүлдү',
};
