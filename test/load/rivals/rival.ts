import { createServer } from 'node:http';
import { createAdapter } from '@socket.io/redis-adapter';
import pg from 'pg';
import { createClient } from 'redis';
import { Server } from 'socket.io';

/*
 * The servers that Roundtable is compared with. They know no rights, keep no record (but one) and check nothing.
 * RIVAL says which: `each` emits every message to the room by itself; `tick` emits one array for each room and turn of
 * the event loop; `insert` writes a row for each message, pool of 10, then emits; with REDIS_URL the emits of `each`
 * cross nodes through @socket.io/redis-adapter.
 */

interface Message {
  room: string;
  body: string;
  clientId: string;
}

interface Sent extends Message {
  seq: number;
  at: string;
}

type Answer = (answer: object) => void;

const http = createServer((_request, response) => response.end('ready'));
const io = new Server(http, {
  transports: ['websocket'],
  serveClient: false,
  perMessageDeflate: false,
  pingInterval: 20_000,
  pingTimeout: 20_000,
});

const heads = new Map<string, number>();
const ticks = new Map<string, Sent[]>();

function number(message: Message): Sent {
  const seq = (heads.get(message.room) ?? 0) + 1;
  heads.set(message.room, seq);
  return { seq, at: new Date().toISOString(), ...message };
}

function emitEach(message: Message, answer: Answer): void {
  const sent = number(message);
  io.to(message.room).emit('message', sent);
  answer({ ok: true, seq: sent.seq, at: sent.at });
}

function emitByTick(message: Message, answer: Answer): void {
  const sent = number(message);
  const waiting = ticks.get(message.room);
  if (waiting) waiting.push(sent);
  else {
    if (ticks.size === 0) setImmediate(emitTick);
    ticks.set(message.room, [sent]);
  }
  answer({ ok: true, seq: sent.seq, at: sent.at });
}

function emitTick(): void {
  for (const [room, messages] of ticks) io.to(room).emit('messages', messages);
  ticks.clear();
}

async function insertEach(pool: pg.Pool, message: Message, answer: Answer): Promise<void> {
  const { rows } = await pool.query<{ id: string; at: Date }>({
    name: 'insert',
    text: 'INSERT INTO rival_messages (room, client_id, body) VALUES ($1, $2, $3) RETURNING id, at',
    values: [message.room, message.clientId, message.body],
  });
  const [row] = rows;
  const sent = { seq: Number(row?.id), at: row?.at.toISOString(), ...message };
  io.to(message.room).emit('message', sent);
  answer({ ok: true, seq: sent.seq, at: sent.at });
}

async function chooseWay(): Promise<(message: Message, answer: Answer) => void> {
  switch (process.env.RIVAL) {
    case 'tick':
      return emitByTick;
    case 'insert': {
      const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
      await pool.query(`CREATE TABLE IF NOT EXISTS rival_messages (
        id bigserial PRIMARY KEY, room text NOT NULL, client_id uuid NOT NULL, body text NOT NULL,
        at timestamptz NOT NULL DEFAULT now())`);
      return (message, answer) => void insertEach(pool, message, answer);
    }
    default:
      return emitEach;
  }
}

if (process.env.REDIS_URL) {
  const [publisher, subscriber] = [0, 1].map(() => createClient({ url: process.env.REDIS_URL ?? '' }));
  await Promise.all([publisher?.connect(), subscriber?.connect()]);
  io.adapter(createAdapter(publisher, subscriber));
}
const way = await chooseWay();
io.on('connection', (socket) => {
  socket.on('join', ({ room }: { room: string }, answer: Answer) => {
    void socket.join(room);
    answer({ ok: true });
  });
  socket.on('post', way);
});
http.listen(Number(process.env.PORT), '127.0.0.1');
