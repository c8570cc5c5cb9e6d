import type { Locale } from '../../../app/i18n/locales.js';

const rows: Record<Locale, string[][]> = {
  en: [
    ['name', 'email', 'position', 'delegation', 'roles', 'language'],
    [
      'Aigul Toktosunova',
      'aigul@ministry.example',
      'Head of department',
      'Ministry of Energy',
      'expert',
      'ky',
    ],
    [
      'Farrukh Saidov',
      'farrukh@grid.example',
      'Deputy director',
      'Regional Grid Operator',
      'expert, rapporteur',
      'ru',
    ],
    ['Dilnoza Rahimova', '', 'Independent hydrologist', '', 'observer', 'en'],
  ],
  ru: [
    ['имя', 'почта', 'должность', 'делегация', 'роли', 'язык'],
    [
      'Айгуль Токтосунова',
      'aigul@ministry.example',
      'Начальник управления',
      'Министерство энергетики',
      'эксперт',
      'ky',
    ],
    [
      'Фаррух Саидов',
      'farrukh@grid.example',
      'Заместитель директора',
      'Региональный оператор сетей',
      'эксперт, докладчик',
      'ru',
    ],
    ['Дильноза Рахимова', '', 'Независимый гидролог', '', 'наблюдатель', 'en'],
  ],
  ky: [
    ['аты-жөнү', 'почта', 'кызматы', 'делегация', 'ролдору', 'тили'],
    [
      'Айгүл Токтосунова',
      'aigul@ministry.example',
      'Башкармалык башчысы',
      'Энергетика министрлиги',
      'эксперт',
      'ky',
    ],
    [
      'Фаррух Саидов',
      'farrukh@grid.example',
      'Директордун орун басары',
      'Аймактык тармак оператору',
      'эксперт, баяндамачы',
      'ru',
    ],
    ['Дилноза Рахимова', '', 'Көз карандысыз гидролог', '', 'байкоочу', 'en'],
  ],
};

/** A list as we read it, to fill in. The mark at its front lets spreadsheets see that it is UTF-8. */
export function writeSampleList(locale: Locale): string {
  const lines = rows[locale].map((cells) => cells.map(quote).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
