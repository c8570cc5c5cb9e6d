import type { en } from './messages.en.js';

export const ru: Record<keyof typeof en, string> = {
  comments: 'Комментарии',
  comment: 'Комментарий к этому месту',
  commentTool: 'Комментарий к выделенным словам',
  selectFirst: 'Сначала выделите слова, к которым относится комментарий.',
  add: 'Добавить комментарий',
  reply: 'Ответить',
  send: 'Отправить ответ',
  cancel: 'Отмена',
  resolve: 'Снять вопрос',
  reopen: 'Открыть снова',
  noneToRead: 'Комментариев нет.',
  none: 'Комментариев нет. Выделите слова в тексте и нажмите Ctrl+Alt+M.',
  open: 'Открытые комментарии',
  resolved:
    '{count, plural, one {# снятый комментарий} few {# снятых комментария} many {# снятых комментариев} other {# снятого комментария}}',
  resolvedList: 'Снятые комментарии',
  resolvedBy: 'Вопрос снят: {name}',
  replies: 'Ответы',
  goTo: 'Перейти к месту в тексте: {words}',
  gone: 'Этого места в тексте больше нет: «{words}»',
  wasAbout: 'Относился к словам: «{words}»',
  tooLong: 'Не больше {limit} знаков.',
};
