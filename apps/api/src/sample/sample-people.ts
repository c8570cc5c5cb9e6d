import type { Attendance, Role } from '@roundtable/contracts';

/** Somebody of the sample meeting. All people and institutions are invented. */
export interface SamplePerson {
  key: string;
  name: string;
  position: string;
  delegation: 'upper' | 'middle' | 'lower' | null;
  roles: Role[];
  language: string;
  attendance: Attendance | null;
}

export const SAMPLE_DELEGATIONS = [
  {
    key: 'upper',
    name: 'Upper Valley: reservoirs and power stations',
    shortName: 'Upper Valley',
    country: 'KG',
  },
  { key: 'middle', name: 'Middle Valley: main canals', shortName: 'Middle Valley', country: 'UZ' },
  { key: 'lower', name: 'Lower Valley: water users', shortName: 'Lower Valley', country: 'TJ' },
] as const;

export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  person(
    'secretary',
    'Bermet Asanova',
    'Secretariat, Sary-Özön Basin Commission',
    null,
    ['secretary'],
    'en',
    'onSite',
  ),
  person('chair', 'Temirbek Jumaliev', 'Chair, Sary-Özön Basin Commission', null, ['chair'], 'ky', 'onSite'),
  person(
    'moderator',
    'Lola Yusupova',
    'Moderator, House of Dialogue, Osh',
    null,
    ['moderator'],
    'ru',
    'onSite',
  ),
  person(
    'rapporteur',
    'Anvar Rahimzoda',
    'Rapporteur, Institute of Shared Waters',
    null,
    ['rapporteur'],
    'en',
    'onSite',
  ),
  person(
    'expert',
    'Jyldyz Nazarova',
    'Head of dispatch, Kara-Daryn reservoir',
    'upper',
    ['expert'],
    'ky',
    'remote',
  ),
  person(
    'engineer',
    'Bakyt Orozbekov',
    'Chief engineer, Ak-Suu power cascade',
    'upper',
    ['expert'],
    'ky',
    'onSite',
  ),
  person(
    'hydrologist',
    'Dilorom Karimova',
    'Hydrologist, Service of the Main Canals',
    'middle',
    ['expert'],
    'ru',
    'onSite',
  ),
  person(
    'canals',
    'Rustam Ergashev',
    'Deputy head, Service of the Main Canals',
    'middle',
    ['expert'],
    'ru',
    'remote',
  ),
  person(
    'farmers',
    'Malika Sharipova',
    'Association of Water Users “Obi Hayot”',
    'lower',
    ['expert'],
    'ru',
    'remote',
  ),
  person(
    'modeller',
    'Farrukh Nazarzoda',
    'Modelling group, Lower Valley Research Station',
    'lower',
    ['expert'],
    'en',
    'remote',
  ),
  person('interpreter', 'Gulzat Mamytova', 'Interpreter', null, ['interpreter'], 'ky', 'remote'),
  person('observer', 'Elina Brandt', 'Observer, Alpine Rivers Network', null, ['observer'], 'en', 'remote'),
];

/** Those whose links are printed at the terminal, so that a newcomer can be whoever they choose. */
export const PRINTED_PEOPLE = ['secretary', 'chair', 'rapporteur', 'expert', 'observer'] as const;

function person(
  key: string,
  name: string,
  position: string,
  delegation: SamplePerson['delegation'],
  roles: Role[],
  language: string,
  attendance: Attendance,
): SamplePerson {
  return { key, name, position, delegation, roles, language, attendance };
}
