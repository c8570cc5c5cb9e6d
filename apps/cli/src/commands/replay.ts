import { setTimeout as wait } from 'node:timers/promises';
import * as files from 'node:fs/promises';
import { fileOutbox, memoryOutbox, whenState, type OutboxStore } from '@roundtable/client';
import type { HistoryPage, ItemView } from '@roundtable/contracts';
import type { ParsedLog } from '@roundtable/transcript';
import { newId } from '@roundtable/platform';
import type { Command } from '../arguments.js';
import { CliError } from '../cli-error.js';
import { withContext } from '../context.js';
import { Actor } from '../replay/actor.js';
import { linesSeenBy, linesStored } from '../replay/comparison.js';
import { Pace } from '../replay/pace.js';
import { readLog } from '../replay/read-log.js';
import { writeScript, type ReplayStep } from '../replay/script.js';
import { setStage, type Stage } from '../replay/stage.js';
import { say } from '../terminal.js';

const CURTAIN_MS = 5_000;
/** Refusals that a real meeting has too: a hand raised twice, the floor given to somebody who did not ask. */
const HARMLESS = ['hand_already_raised', 'hand_not_raised', 'request_state', 'not_found', 'item_state'];

/** Acts a log out live: every person of it is a socket client of their own; at the end all must have seen the same. */
export async function replay({
  file,
  speed,
  meeting,
  url,
  outbox,
}: Extract<Command, { name: 'replay' }>): Promise<number> {
  const log = readLog(file);
  const { stage, address } = await withContext(async (context) => {
    const address = url ?? context.config.publicUrl;
    await demandServer(address);
    return { stage: await setStage(context, log, meeting), address };
  });
  say(`Watch it here: ${stage.observerLink}`);
  say(
    `${log.people.length} people, ${log.events.length} lines, ${speed} times as fast; it begins in ${CURTAIN_MS / 1000} seconds.`,
  );
  const store = outbox === null ? memoryOutbox() : fileOutbox(outbox, files);
  const cast = await enterAll(address, { stage, log, store });
  await wait(CURTAIN_MS);
  try {
    await play(writeScript(log), speed, cast);
    return await compare(cast);
  } finally {
    for (const actor of cast.actors) actor.leave();
  }
}

interface Cast {
  url: string;
  stage: Stage;
  secretariat: Actor;
  people: Map<string, Actor>;
  actors: Actor[];
}

async function enterAll(
  url: string,
  { stage, log, store }: { stage: Stage; log: ParsedLog; store: OutboxStore },
): Promise<Cast> {
  const people = new Map<string, Actor>();
  const acting = new Set(writeScript(log).map(({ by }) => by));
  for (const [key, link] of stage.links)
    if (acting.has(key)) people.set(key, await Actor.enter(url, link, store));
  const secretariat = await Actor.enter(url, stage.secretariatLink, store);
  return { url, stage, secretariat, people, actors: [secretariat, ...people.values()] };
}

async function play(script: ReplayStep[], speed: number, cast: Cast): Promise<void> {
  const pace = new Pace(speed, () => performance.now());
  const refused: string[] = [];
  for (const step of script) {
    await wait(pace.waitBefore(step.afterMs));
    const refusal = await perform(step, cast);
    if (refusal !== null) refused.push(`line ${step.line}: ${refusal}`);
  }
  say(`${script.length - refused.length} of ${script.length} lines were acted out.`);
  for (const line of refused) say(`  ${line}`);
}

/** Gives the code of a refusal that is worth telling. Order is kept because each line waits for its acknowledgement. */
async function perform({ by, act }: ReplayStep, cast: Cast): Promise<string | null> {
  if (act.do === 'openItem') {
    await openItem(cast, act.title);
    return null;
  }
  const own = by === null ? undefined : cast.people.get(by);
  const actor = act.do === 'grantFloor' || own === undefined ? cast.secretariat : own;
  const done = await actor.perform(act, (key) => cast.stage.participants.get(key) ?? key);
  return done.ok || HARMLESS.includes(done.error.code) ? null : done.error.message;
}

async function openItem({ url, stage, secretariat }: Cast, title: string): Promise<void> {
  const items = `${url}/api/v1/meetings/${stage.meeting}/items`;
  const item = (await send(items, secretariat.cookie, {
    clientId: newId(),
    title,
  })) as ItemView;
  await send(`${items}/${item.id}/open`, secretariat.cookie, { clientId: newId() });
}

async function send(address: string, cookie: string, body: object): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { Cookie: cookie, 'Content-Type': 'application/json', 'X-Roundtable': '1' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

/** Every client must show exactly what is stored. */
async function compare({ url, stage, secretariat, actors }: Cast): Promise<number> {
  const stored = await linesStored((after) =>
    readPage(`${url}/api/v1/rooms/${stage.room}/entries?after=${after}&limit=1000`, secretariat.cookie),
  );
  const last = Number(stored.at(-1)?.split(' ')[0] ?? 0);
  let different = 0;
  for (const { room } of actors) {
    await whenState(room, ({ record }) => (record?.head ?? 0) >= last);
    const seen = linesSeenBy(room);
    const expected = stored.slice(-seen.length);
    if (seen.length === 0 || JSON.stringify(seen) !== JSON.stringify(expected)) different += 1;
  }
  say(
    different === 0
      ? `All ${actors.length} clients saw the ${stored.length} stored lines, each once and in order.`
      : `${different} of ${actors.length} clients saw something else than the ${stored.length} stored lines.`,
  );
  return different === 0 ? 0 : 1;
}

async function readPage(address: string, cookie: string): Promise<HistoryPage> {
  const response = await fetch(address, { headers: { Cookie: cookie } });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as HistoryPage;
}

async function demandServer(url: string): Promise<void> {
  const isReady = await fetch(`${url}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!isReady)
    throw new CliError(
      `No Roundtable answers at ${url}: start it with "npm start", or name another with --url.`,
    );
}
