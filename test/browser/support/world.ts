import type { W3cImportResult } from '@roundtable/contracts';
import { uuidV7 } from '@roundtable/client';
import {
  actOnMeeting,
  becomeAdministrator,
  createMeeting,
  inviteTo,
  type Person,
} from '../../support/person.js';
import { visit } from '../../support/room-visitor.js';
import type { RunningRoundtable } from '../../support/roundtable.js';
import { HOSTILE } from './hostile-words.js';
import { longLog } from './long-log.js';
import { makeBoard } from './board-meeting.js';

/** A meeting of the world, and how one gets into it. */
export interface WorldMeeting {
  id: string;
  room: string;
  links: Record<string, string>;
}

/** An installation with a meeting in every state: what the pictures and the checks of all screens walk through. */
export interface World {
  url: string;
  administrator: Person;
  setupLink: string;
  sample: WorldMeeting;
  draft: WorldMeeting;
  scheduled: WorldMeeting;
  empty: WorldMeeting;
  hostile: WorldMeeting;
  closed: WorldMeeting;
  /** Sixty proposals in every state, with long names. */
  board: WorldMeeting;
  /** A closed meeting with very many entries; absent where the world was made without. */
  long: WorldMeeting | null;
}

/** Fills a server that was started with the sample. `entries` asks for a meeting with so many. */
export async function makeWorld(server: RunningRoundtable, { entries = 0 } = {}): Promise<World> {
  const administrator = await becomeAdministrator(server);
  const account = await administrator.mustPost<{ link: string }>('/api/v1/accounts', {
    name: 'Saltanat Ibraimova',
    email: 'saltanat@secretariat.example',
    role: 'organiser',
  });
  return {
    url: server.url,
    administrator,
    setupLink: account.link,
    sample: await readSample(server),
    draft: await makeDraft(administrator),
    scheduled: await makePlain(administrator, 'Data of the upper basin', 'schedule'),
    empty: await makePlain(administrator, 'An empty room', 'schedule', 'open'),
    hostile: await makeHostile(administrator),
    closed: await makeClosed(administrator),
    board: await makeBoard(administrator),
    long: entries > 0 ? await importLong(administrator, entries) : null,
  };
}

async function readSample(server: RunningRoundtable): Promise<WorldMeeting> {
  const links = Object.fromEntries(
    [...server.output().matchAll(/^\s+(\w+)\s+(https?:\S+\/join\/[\w-]+)$/gm)].map(([, who, link]) => [
      who,
      link,
    ]),
  ) as Record<string, string>;
  const expert = await visit(links['expert'] ?? '');
  expert.leave();
  return {
    id: expert.meeting,
    room: expert.room.getView().record?.snapshot.meetings.meeting.plenary ?? '',
    links,
  };
}

async function makePlain(
  secretary: Person,
  title: string,
  ...acts: ('schedule' | 'open')[]
): Promise<WorldMeeting> {
  const { meeting } = await createMeeting(secretary, { title });
  const expert = await inviteTo(secretary, meeting.id, { name: 'Aigul Toktosunova' });
  for (const act of acts) await actOnMeeting(secretary, meeting.id, act);
  return { id: meeting.id, room: meeting.plenary, links: { expert: expert.link } };
}

async function makeDraft(secretary: Person): Promise<WorldMeeting> {
  const { meeting } = await createMeeting(secretary, {
    title: 'Resilience of rail control against attacks',
    programme: '# Morning\n\n- Reports of the operators\n- **Exercise**',
  });
  await secretary.mustPost(`/api/v1/meetings/${meeting.id}/delegations`, {
    clientId: uuidV7(),
    name: 'Railway of the Middle Valley',
    shortName: 'Middle Valley',
    country: 'UZ',
  });
  for (const title of ['Opening', 'Signals without a network'])
    await secretary.mustPost(`/api/v1/meetings/${meeting.id}/items`, { clientId: uuidV7(), title });
  for (const [name, email] of [
    ['Rustam Ergashev', 'rustam@rail.example'],
    ['Zarina Holova', null],
  ] as const)
    await inviteTo(secretary, meeting.id, { name, email });
  return { id: meeting.id, room: meeting.plenary, links: {} };
}

/** Everything that can be named is named as badly as possible. */
async function makeHostile(secretary: Person): Promise<WorldMeeting> {
  const { meeting } = await createMeeting(secretary, {
    title: HOSTILE.long,
    host: HOSTILE.unbroken,
    venue: HOSTILE.script,
    programme: HOSTILE.markdown,
  });
  const { id } = meeting;
  const post = <T>(path: string, body: object) =>
    secretary.mustPost<T>(`/api/v1/meetings/${id}/${path}`, { clientId: uuidV7(), ...body });
  await post('delegations', { name: HOSTILE.unbroken, country: 'KG' });
  await post('items', { title: HOSTILE.long });
  await post('items', { title: HOSTILE.script });
  const { delegations } = await secretary.mustGet<{ delegations: { id: string }[] }>(
    `/api/v1/meetings/${id}`,
  );
  const delegation = delegations[0]?.id ?? null;
  const person = (name: string, roles: ('expert' | 'rapporteur')[] = ['expert']) =>
    inviteTo(secretary, id, { name, roles, delegation, position: HOSTILE.long });
  const [long, script, turned, rapporteur] = [
    await person(HOSTILE.long),
    await person(HOSTILE.script),
    await person(HOSTILE.turned),
    await person(HOSTILE.unbroken, ['rapporteur']),
  ];
  await actOnMeeting(secretary, id, 'schedule');
  await actOnMeeting(secretary, id, 'open');
  const visitors = await Promise.all([long, script, turned, rapporteur].map(({ link }) => visit(link)));
  const bodies = [HOSTILE.image, HOSTILE.unbroken, HOSTILE.markdown, HOSTILE.script];
  for (const [at, { room }] of visitors.entries()) {
    const said = await room.post({ body: bodies[at] ?? '' }).done;
    const words = HOSTILE.image;
    if (said.ok && at === 0)
      await visitors[3]?.room.capture({ sources: [{ seq: said.seq, from: 0, to: words.length, words }] })
        .done;
    if (said.ok) await room.requestFloor({ note: HOSTILE.turned }).done;
  }
  for (const visitor of visitors) visitor.leave();
  return { id, room: meeting.plenary, links: { expert: long.link, rapporteur: rapporteur.link } };
}

async function makeClosed(secretary: Person): Promise<WorldMeeting> {
  const { meeting } = await createMeeting(secretary, { title: 'Winter releases of the upper cascade' });
  const expert = await inviteTo(secretary, meeting.id, { name: 'Aigul Toktosunova' });
  const rapporteur = await inviteTo(secretary, meeting.id, {
    name: 'Dinara Seitkali',
    roles: ['rapporteur'],
  });
  await actOnMeeting(secretary, meeting.id, 'schedule');
  await actOnMeeting(secretary, meeting.id, 'open');
  const [one, two] = await Promise.all([visit(expert.link), visit(rapporteur.link)]);
  const words = 'A joint gauge at the border would end the dispute about volumes.';
  const said = await two.room.state({ speaker: one.participant, body: words }).done;
  const seq = said.ok ? said.seq : 0;
  await two.room.capture({ sources: [{ seq, from: 0, to: 27, words: words.slice(0, 27) }] }).done;
  const changed = await one.room.post({ body: 'The turbines need it in January.' }).done;
  await one.room.edit({ target: changed.ok ? changed.seq : 0, body: 'The turbines need it in **January**.' })
    .done;
  const slip = await one.room.post({ body: 'Wrong window.' }).done;
  await one.room.withdraw({ target: slip.ok ? slip.seq : 0, reason: 'a slip' }).done;
  await actOnMeeting(secretary, meeting.id, 'close');
  for (const visitor of [one, two]) visitor.leave();
  return { id: meeting.id, room: meeting.plenary, links: { expert: expert.link } };
}

async function importLong(administrator: Person, entries: number): Promise<WorldMeeting> {
  const form = new FormData();
  form.append('files', new Blob([longLog(entries)]), 'irc.log');
  const { files } = await administrator.mustPost<W3cImportResult>('/api/v1/imports/w3c', form);
  const id = files[0]?.meeting;
  if (!id) throw new Error(`The long log was not imported: ${JSON.stringify(files)}`);
  const { meeting } = await administrator.mustGet<{ meeting: { plenary: string } }>(`/api/v1/meetings/${id}`);
  return { id, room: meeting.plenary, links: {} };
}
