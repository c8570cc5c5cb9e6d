import { describe, expect, it } from '@jest/globals';
import type { ParticipantView } from '@roundtable/contracts';
import { CsvFault, readParticipantCsv } from './participant-csv.js';
import { matchRows, type Roster } from './participant-matching.js';
import { readRoles } from './participant-words.js';

const TEXT = 'Аты-жөнү;Кызматы;Ролу\r\n"Өмүрбек ""Өкө"" Үсөнов";"башкы\nинженер";төрага\r\n';

/** windows-1251 has no Kyrgyz Ө, Ү, Ң; Russian text is what such files hold. */
const RUSSIAN = Buffer.from([
  0xd4, 0xc8, 0xce, 0x2c, 0xf0, 0xee, 0xeb, 0xfc, 0x0a, 0xc8, 0xe2, 0xe0, 0xed, 0x2c, 0xfd, 0xea, 0xf1, 0xef,
  0xe5, 0xf0, 0xf2,
]);

function utf16(text: string, isBig: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
}

describe('a list of participants', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16LE', utf16(`\uFEFF${TEXT}`, false)],
    ['UTF-16BE', utf16(`\uFEFF${TEXT}`, true)],
    ['UTF-16LE', utf16(TEXT, false)],
    ['UTF-16BE', utf16(TEXT, true)],
  ])('is read as %s with quotes and semicolons', (encoding, bytes) => {
    const list = readParticipantCsv(bytes);
    expect(list).toMatchObject({ encoding, separator: ';' });
    expect(list.rows).toEqual([
      { line: 2, cells: { name: 'Өмүрбек "Өкө" Үсөнов', position: 'башкы\nинженер', roles: 'төрага' } },
    ]);
  });

  it('is read as windows-1251 where it is no Unicode', () => {
    expect(readParticipantCsv(RUSSIAN)).toMatchObject({
      encoding: 'windows-1251',
      separator: ',',
      rows: [{ cells: { name: 'Иван', roles: 'эксперт' } }],
    });
  });

  it('is read with tabs, short rows and blank lines, by line', () => {
    const { rows, separator } = readParticipantCsv(Buffer.from('name\temail\n\nA\ta@b.example\nB\n'));
    expect(separator).toBe('\t');
    expect(rows).toEqual([
      { line: 3, cells: { name: 'A', email: 'a@b.example' } },
      { line: 4, cells: { name: 'B', email: '' } },
    ]);
  });

  it.each(['', 'email\na@b.example', 'name,name\na,b', 'name\n"open', `name\n${'x\n'.repeat(2001)}`])(
    'is refused where it is none: %j',
    (text) => {
      expect(() => readParticipantCsv(Buffer.from(text))).toThrow(CsvFault);
    },
  );
});

describe('roles in words', () => {
  it('are understood in three languages, several in a cell', () => {
    expect(readRoles('Эксперт; докладчик').roles).toEqual(['expert', 'rapporteur']);
    expect(readRoles('төрага жана катчы').roles).toEqual(['chair', 'secretary']);
    expect(readRoles('Chair and Moderator, chair').roles).toEqual(['chair', 'moderator']);
    expect(readRoles('expert, king')).toEqual({ roles: ['expert'], unknown: ['king'] });
  });
});

describe('a row', () => {
  const person = (id: string, name: string): ParticipantView => ({
    id,
    name,
    position: 'engineer',
    delegation: 'd',
    roles: ['expert'],
    language: null,
    attendance: null,
    removed: false,
  });
  const roster: Roster = {
    participants: [person('p1', 'Asel Bekova'), person('p2', 'Timur Saidov')],
    delegations: [{ id: 'd', name: 'Upper Valley', shortName: null, country: null, precedence: 0 }],
    emails: new Map([
      ['p1', 'asel@x.example'],
      ['p2', null],
    ]),
  };
  const match = (csv: string) => matchRows(readParticipantCsv(Buffer.from(csv)).rows, roster);

  it('is matched by address, else by name and delegation', () => {
    const rows = match(
      'name,email,delegation\nAsel B.,ASEL@x.example,\ntimur  saidov,,upper valley\nTimur Saidov,,Lower Valley',
    );
    expect(rows.map(({ participant, status, changes }) => [participant, status, changes])).toEqual([
      ['p1', 'changed', ['name', 'email']],
      ['p2', 'changed', ['name']],
      [null, 'new', []],
    ]);
  });

  it('with empty cells erases nothing', () => {
    expect(match('name,email,position,roles\nAsel Bekova,asel@x.example,,')).toMatchObject([
      { status: 'unchanged', position: 'engineer' },
    ]);
  });

  it('is wrong where a column is, and says which', () => {
    const rows = match(
      `name,email,role,language\n,x@y.example,,\nA,not,king,klingon!\n${'я'.repeat(301)},,,\na\u202Eb,,,\nC,c@x.example,,\nC,c@x.example,,`,
    );
    expect(rows.map(({ problems }) => problems.map(({ column }) => column))).toEqual([
      ['name'],
      ['email', 'language', 'roles'],
      ['name'],
      ['name'],
      [],
      ['email'],
    ]);
    expect(rows[5]?.problems[0]).toMatchObject({ code: 'repeated' });
  });
});
