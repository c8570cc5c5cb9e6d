import type { en } from './messages.en.js';

export const ru: Record<keyof typeof en, string> = {
  suggestions: 'Правки',
  suggest: 'Вносить как правки',
  suggestHint: 'Написанное и удалённое вами помечается, чтобы другие приняли или отклонили.',
  suggestingOn: 'Вы вносите правки: сам текст не изменится, пока их не примут.',
  onlyWords:
    'Правкой можно предложить только слова. Чтобы изменить списки, таблицы или заголовки, выйдите из правок.',
  none: 'Правок нет.',
  list: 'Правки в порядке текста',
  add: 'Добавить: <words></words>',
  remove: 'Исключить: <words></words>',
  accept: 'Принять',
  reject: 'Отклонить',
  acceptNamed: 'Принять правку ({name}): {words}',
  rejectNamed: 'Отклонить правку ({name}): {words}',
  acceptAll: 'Принять все',
  rejectAll: 'Отклонить все',
  accepted:
    '{count, plural, one {Принята # правка.} few {Приняты # правки.} many {Принято # правок.} other {Принято # правки.}}',
  rejected:
    '{count, plural, one {Отклонена # правка.} few {Отклонены # правки.} many {Отклонено # правок.} other {Отклонено # правки.}}',
  goTo: 'Перейти к ней в тексте',
};
