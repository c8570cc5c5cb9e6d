import type { FollowUpAcross, FollowUpState, Language } from '@roundtable/contracts';
import { writeCsv } from '@roundtable/platform';

interface Labels {
  head: string[];
  states: Record<FollowUpState, string>;
  yes: string;
  no: string;
}

const LABELS: Record<Language, Labels> = {
  en: {
    head: [
      'Meeting',
      'No.',
      'Proposal',
      'Responsible',
      'Due',
      'Review',
      'State',
      '%',
      'Overdue',
      'Reason',
      'Last report',
      'Reported on',
    ],
    states: {
      planned: 'planned',
      under_way: 'under way',
      done: 'done',
      delayed: 'delayed',
      dropped: 'dropped',
    },
    yes: 'yes',
    no: 'no',
  },
  ru: {
    head: [
      'Встреча',
      '№',
      'Предложение',
      'Ответственный',
      'Срок',
      'Пересмотр',
      'Состояние',
      '%',
      'Просрочено',
      'Причина',
      'Последнее сообщение',
      'Дата сообщения',
    ],
    states: {
      planned: 'запланировано',
      under_way: 'выполняется',
      done: 'выполнено',
      delayed: 'задерживается',
      dropped: 'снято',
    },
    yes: 'да',
    no: 'нет',
  },
  ky: {
    head: [
      'Жолугушуу',
      '№',
      'Сунуш',
      'Жооптуу',
      'Мөөнөтү',
      'Кайра кароо',
      'Абалы',
      '%',
      'Мөөнөтү өткөн',
      'Себеби',
      'Акыркы кабар',
      'Кабар берилген күн',
    ],
    states: {
      planned: 'пландалган',
      under_way: 'аткарылууда',
      done: 'аткарылды',
      delayed: 'кечигүүдө',
      dropped: 'алынып салынды',
    },
    yes: 'ооба',
    no: 'жок',
  },
};

/** Writes follow-ups as CSV with headings in one language; days are ISO, so that every spreadsheet sorts them. */
export function writeFollowUpCsv(rows: readonly FollowUpAcross[], language: Language): string {
  const { head, states, yes, no } = LABELS[language];
  return writeCsv([
    head,
    ...rows.map(({ meeting, followUp, responsible, isOverdue }) => [
      meeting.title,
      String(followUp.number),
      followUp.title,
      responsible,
      followUp.dueOn,
      followUp.reviewOn ?? '',
      states[followUp.state],
      String(followUp.progress),
      isOverdue ? yes : no,
      followUp.reason ?? '',
      followUp.latest?.words ?? '',
      followUp.latest?.at.slice(0, 10) ?? '',
    ]),
  ]);
}
