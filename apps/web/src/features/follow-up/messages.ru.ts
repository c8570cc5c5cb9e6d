import type { en } from './messages.en.js';

export const ru: Record<keyof typeof en, string> = {
  eventBegun: 'За выполнением предложения {number} теперь следят',
  eventChanged: 'В выполнении предложения {number} изменены ответственный или сроки',
  eventReported: '{name} о выполнении предложения {number}: {state}, {progress} %',
  planned: 'запланировано',
  under_way: 'выполняется',
  done: 'выполнено',
  delayed: 'задерживается',
  dropped: 'снято',
  unnamed: 'Кто-то',
};
