let lastMs = 0;
let counter = 0;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const pool = new Uint8Array(512);
/** Random bytes at the beginning of the pool that no id has yet. */
let unused = 0;

/**
 * Makes a UUIDv7 (RFC 9562, section 5.7): 48 bits of Unix time in ms, then a counter of 12 bits so that ids made in
 * one millisecond keep their order, then 62 random bits.
 */
export function uuidV7(now: number = Date.now()): string {
  advance(now);
  const time = lastMs.toString(16).padStart(12, '0');
  const within = (0x7000 | counter).toString(16);
  const variant = byteAsHex(0x80 | (takeRandomByte() & 0x3f));
  let random = variant;
  for (let taken = 1; taken < 8; taken += 1) random += byteAsHex(takeRandomByte());
  return `${time.slice(0, 8)}-${time.slice(8)}-${within}-${random.slice(0, 4)}-${random.slice(4)}`;
}

/** Every page's words pass here while it types, and asking for each number by itself takes ten times as long. */
function takeRandomByte(): number {
  if (unused === 0) {
    crypto.getRandomValues(pool);
    unused = pool.length;
  }
  unused -= 1;
  return pool[unused] as number;
}

function byteAsHex(byte: number): string {
  return HEX[byte] as string;
}

/** Never goes back, even where the clock does. */
function advance(now: number): void {
  if (now > lastMs) {
    lastMs = now;
    counter = 0;
    return;
  }
  counter += 1;
  if (counter < 0x1000) return;
  lastMs += 1;
  counter = 0;
}
