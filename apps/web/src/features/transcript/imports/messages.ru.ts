import type { en } from './messages.en.js';

export const ru: Record<keyof typeof en, string> = {
  title: 'Импорт заседаний',
  lead: 'Заседание, прошедшее в другой системе, становится здесь закрытым заседанием — с записью, предложениями и решениями.',
  kinds: 'Что импортируется',
  logs: 'Протоколы чата',
  export: 'Выгрузка Roundtable',
  logsLabel: 'Журналы W3C и IRC',
  logsNote: 'Можно несколько сразу. Лежащие рядом списки людей (people.json) не берутся.',
  peopleIgnored: 'Списки людей не импортируются: {names}.',
  exportLabel: 'Выгрузка одного заседания в JSON',
  exportNote: 'Сделанная в Roundtable — здесь или в другом месте. Принимается только целиком.',
  reading: 'Читается {done} из {all}',
  importing: 'Импортируется {done} из {all}',
  readingFile: 'Файл читается',
  tryAgain: 'Повторить',
  details: 'Что именно не так',
  noDate: 'без даты',
  understood: 'распознано строк: {understood} из {lines}',
  found:
    '{topics, plural, one {# тема} few {# темы} many {# тем} other {# темы}}, {proposals, plural, one {# предложение} few {# предложения} many {# предложений} other {# предложения}}, {decisions, plural, one {# решение} few {# решения} many {# решений} other {# решения}}',
  topics: '{count, plural, one {# тема} few {# темы} many {# тем} other {# темы}}',
  speakers:
    '{count, plural, one {# выступающий} few {# выступающих} many {# выступающих} other {# выступающих}}',
  speakersNote: 'Исправьте имена так, как они должны стоять в стенограмме.',
  nameOf: 'Имя для {nicks}',
  inTheLog: 'В журнале',
  name: 'Имя',
  statements: 'Выступления',
  notUnderstood:
    '{count, plural, one {# нераспознанная строка} few {# нераспознанные строки} many {# нераспознанных строк} other {# нераспознанной строки}}',
  duplicate: 'Уже импортировано',
  duplicateWords: 'Точно такой же файл уже импортирован; второй раз он не берётся.',
  openIt: 'Открыть стенограмму',
  notALog: 'Импортировать нельзя',
  problem_not_a_log: 'Это не журнал заседания: ни в одной строке нет времени и имени.',
  problem_unreadable_file: 'Файл не читается как текст.',
  imported: 'Импортировано',
  import:
    '{count, plural, =0 {Импортировать нечего} one {Импортировать # заседание} few {Импортировать # заседания} many {Импортировать # заседаний} other {Импортировать # заседания}}',
  done: '{count, plural, one {Импортировано # заседание} few {Импортировано # заседания} many {Импортировано # заседаний} other {Импортировано # заседания}}',
  importExport: 'Импортировать заседание',
  exportDone:
    'Заседание импортировано: {count, plural, one {# запись} few {# записи} many {# записей} other {# записи}}.',
  remove: 'Не брать',
  forbidden: 'Импортировать заседания могут только администраторы и организаторы этой системы.',
};
