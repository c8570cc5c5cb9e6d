let lastMs = 0;
let counter = 0;

/**
 * Makes a UUIDv7 (RFC 9562, section 5.7): 48 bits of Unix time in ms, then a counter of 12 bits so that ids made in
 * one millisecond keep their order, then 62 random bits.
 */
export function uuidV7(now: number = Date.now()): string {
  advance(now);
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let index = 0; index < 6; index++) bytes[index] = Math.floor(lastMs / 2 ** (8 * (5 - index))) & 0xff;
  bytes[6] = 0x70 | (counter >> 8);
  bytes[7] = counter & 0xff;
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
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
