import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  InvitationView,
  LobbyView,
  MeetingDetail,
  ParticipantImportPreview,
  ParticipantImportResult,
  WireError,
} from '@roundtable/contracts';
import { v7 as uuidv7 } from 'uuid';
import { becomeAdministrator, createMeeting, enter, inviteTo, type Person } from '../../support/person.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

const HEADER = 'ФИО;Эл. почта;Должность;Делегация;Роль';
const RIGHT = [
  '"Токтосунова, Айгүл";aigul@basin.example;"Гидролог; ""старшая""";Институт бассейна;эксперт',
  'Фаррух Назаров;farrukh@grid.example;Диспетчер;Сеть;наблюдатель',
];
const WRONG = 'Динара Сейткали;no address;Инженер;Сеть;волшебник';

describe('a participant list that a spreadsheet saved as UTF-16 with semicolons and quotes', () => {
  let server: RunningRoundtable;
  let secretary: Person;
  let meeting: string;
  beforeAll(async () => {
    server = await startRoundtable();
    secretary = await becomeAdministrator(server);
    ({
      meeting: { id: meeting },
    } = await createMeeting(secretary));
    await inviteTo(secretary, meeting, {
      name: 'Фаррух Назаров',
      email: 'farrukh@grid.example',
      position: 'Инженер',
      roles: ['expert'],
    });
  }, 120_000);
  afterAll(() => server.dispose());

  const peopleIn = async () =>
    (await secretary.mustGet<MeetingDetail>(`/api/v1/meetings/${meeting}`)).participants;
  const preview = (file: Buffer) =>
    secretary.post<ParticipantImportPreview & { error: WireError }>(
      `/api/v1/meetings/${meeting}/participants/preview`,
      formOf(file),
    );
  const apply = (file: Buffer, clientId: string = uuidv7()) =>
    secretary.post<ParticipantImportResult & { error: WireError }>(
      `/api/v1/meetings/${meeting}/participants/import`,
      formOf(file, clientId),
    );

  it('is previewed row by row as new, changed or wrong, and nothing is stored', async () => {
    const { status, body } = await preview(utf16([HEADER, ...RIGHT, WRONG]));
    expect(status).toBe(200);
    expect(body).toMatchObject({ encoding: 'UTF-16LE', separator: ';' });
    expect(body.rows.map(({ status }) => status)).toEqual(['new', 'changed', 'wrong']);
    expect(body.rows[0]).toMatchObject({
      name: 'Токтосунова, Айгүл',
      position: 'Гидролог; "старшая"',
      delegation: 'Институт бассейна',
      roles: ['expert'],
    });
    expect(body.rows[2]?.problems.map(({ column }) => column)).toEqual(['email', 'roles']);
    expect(await peopleIn()).toHaveLength(2);
  });

  it('is refused whole while one row is wrong', async () => {
    const { status, body } = await apply(utf16([HEADER, ...RIGHT, WRONG]));
    expect([status, body.error.code]).toEqual([400, 'invalid']);
    expect(await peopleIn()).toHaveLength(2);
  });

  it('is taken whole when every row is right, once however often it is sent', async () => {
    const file = utf16([HEADER, ...RIGHT]);
    const clientId = uuidv7();
    const first = await apply(file, clientId);
    expect(first).toMatchObject({ status: 200, body: { added: 1, changed: 1, unchanged: 0 } });
    expect((await apply(file, clientId)).status).toBe(200);
    const people = await peopleIn();
    expect(people).toHaveLength(3);
    expect(people.find(({ name }) => name === 'Фаррух Назаров')).toMatchObject({
      position: 'Диспетчер',
      roles: ['observer'],
    });
    expect((await apply(file)).body).toEqual({ added: 0, changed: 0, unchanged: 2 });
  });

  it('gives everybody on it a personal link that works', async () => {
    const invitations = await secretary.mustGet<InvitationView[]>(`/api/v1/meetings/${meeting}/invitations`);
    const aigul = (await peopleIn()).find(({ name }) => name === 'Токтосунова, Айгүл');
    const link = invitations.find(({ participant }) => participant === aigul?.id)?.link ?? '';
    const { person } = await enter(link);
    const lobby = await person.mustGet<LobbyView>(`/api/v1/meetings/${meeting}/lobby`);
    expect(lobby.participant).toMatchObject({ id: aigul?.id, name: 'Токтосунова, Айгүл' });
  });

  it.each([
    ['without a column of names', utf16(['Почта;Роль', 'a@b.example;эксперт'])],
    ['cut off inside a quotation', utf16([HEADER, '"Токтосунова, Айгүл;aigul@basin.example'])],
    ['that is a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x01, 0x02])],
    ['that is empty', Buffer.alloc(0)],
  ])('refuses a file %s in a sentence', async (_what, file) => {
    const { status, body } = await preview(file);
    expect([status, body.error.code]).toEqual([400, 'unreadable_file']);
    expect(body.error.message).toMatch(/^[^\n]+\.$/);
  });
});

/** As spreadsheets save "Unicode text": little endian, with a byte order mark and carriage returns. */
function utf16(lines: string[]): Buffer {
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf16le');
}

function formOf(file: Buffer, clientId?: string): FormData {
  const form = new FormData();
  if (clientId !== undefined) form.set('clientId', clientId);
  form.set('file', new Blob([new Uint8Array(file)]), 'Участники.csv');
  return form;
}
