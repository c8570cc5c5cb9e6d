import {
  createHttp,
  createConnection,
  memoryOutbox,
  openRoom,
  socketIoTransport,
  type Room,
} from '@roundtable/client';
import canonicalize from 'canonicalize';
import type { ClientIdentity } from './chaos-client.js';
import { holdsWithin } from './wait.js';

/** Loads what a view has not loaded, then gives everything it shows as text: the same text for the same view. */
export async function textOfView(room: Room): Promise<string> {
  for (let page = 0; page < 500; page += 1) {
    const view = room.getView().record;
    if (!view || view.gaps.length === 0) break;
    const loaded = await room.loadBefore(undefined, 1_000);
    if (!loaded.ok || loaded.loaded === 0) break;
  }
  const view = room.getView().record;
  if (!view) return 'nothing';
  const { epoch, head, snapshot, timeline, messages, events, gaps } = view;
  const shown = {
    epoch,
    head,
    gaps,
    timeline,
    messages: [...messages.values()],
    events: [...events.values()],
    snapshot,
  };
  return canonicalize(shown) ?? '';
}

/** What a new reader with this identity is shown, asked of one node without a proxy between. */
export async function freshText(
  { cookie, room, participant: self }: ClientIdentity,
  url: string,
): Promise<string> {
  const connection = createConnection({ transport: socketIoTransport({ url, cookie }) });
  const http = createHttp({ url, cookie });
  const fresh = openRoom({ connection, room, self, outbox: memoryOutbox(), http });
  try {
    await holdsWithin(15_000, () => fresh.getView().status === 'live');
    return await textOfView(fresh);
  } finally {
    fresh.close();
    connection.close();
  }
}
