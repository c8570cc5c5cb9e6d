import type { en } from './messages.en.js';

export const ky: Record<keyof typeof en, string> = {
  eventBegun: '{number}-сунуштун аткарылышы байкоого алынды',
  eventChanged: '{number}-сунуштун аткарылышында жооптуу же мөөнөттөр өзгөрдү',
  eventReported: '{name}, {number}-сунуштун аткарылышы: {state}, {progress} %',
  planned: 'пландалган',
  under_way: 'аткарылууда',
  done: 'аткарылды',
  delayed: 'кечигүүдө',
  dropped: 'алынып салынды',
  unnamed: 'Кимдир бирөө',
};
