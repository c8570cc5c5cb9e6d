import type { en } from './messages.en.js';

export const ru: Record<keyof typeof en, string> = {
  what_replace: 'изменить абзац {paragraph}',
  what_delete: 'исключить абзац {paragraph}',
  what_insert: 'новые слова после абзаца {paragraph}',
  what_insert_first: 'новые слова перед первым абзацем',
  advice_accept: 'принять',
  advice_modify: 'изменить',
  advice_reject: 'отклонить',
  advice_none: 'без рекомендации',
  conflicts:
    '{count, plural, =0 {противоречий нет} one {# противоречие} few {# противоречия} many {# противоречий} other {# противоречия}}',
  count:
    '{count, plural, =0 {поправок нет} one {# поправка} few {# поправки} many {# поправок} other {# поправки}}',
  countOpen:
    '{count, plural, one {# нерешённая поправка} few {# нерешённые поправки} many {# нерешённых поправок} other {# нерешённой поправки}}',
  eventTabled: 'Внесена поправка {label} к предложению {number}: {what}',
  eventAccepted: 'Поправка {label} принята',
  eventFriendly: 'Поправка {label} принята по согласию',
  eventRejected: 'Поправка {label} отклонена',
  eventWithdrawn: 'Поправка {label} отозвана',
  eventRebased: 'Поправка {label} согласована с новой редакцией',
  eventMerged:
    '{count, plural, one {Поправка {labels} вошла в редакцию {version}} other {Поправки {labels} вошли в редакцию {version}}}',
  eventPromoted: 'Из поправки {label} создано предложение',
  eventStopped: 'Новые поправки к предложению {number} не принимаются',
  eventResumed: 'Новые поправки к предложению {number} снова принимаются',
  eventRecommended: 'Рекомендация по поправке {label}: {advice}',
};
