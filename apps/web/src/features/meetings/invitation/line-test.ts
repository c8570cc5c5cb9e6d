import { PROTOCOL_VERSION } from '@roundtable/contracts';

/** What a test of the line to the server found. */
export type LineResult = { verdict: 'good' | 'slow'; latencyMs: number } | { verdict: 'blocked' | 'none' };

/** What the test reaches for. */
export interface LineProbes {
  /** Asks the server something small and answers when it did. @throws where it cannot be reached. */
  ask(): Promise<unknown>;
  /** Answers whether the live line opens as far as a greeting. */
  openLive(): Promise<boolean>;
  now(): number;
}

const SAMPLES = 5;
const SLOW_MS = 600;
const LIVE_TIMEOUT_MS = 6_000;

/** Tests pages first, then the live line: so the advice can say which of the two is in trouble. */
export async function testLine(probes: LineProbes): Promise<LineResult> {
  const samples: number[] = [];
  try {
    for (let count = 0; count < SAMPLES; count++) {
      const before = probes.now();
      await probes.ask();
      samples.push(probes.now() - before);
    }
  } catch {
    return { verdict: 'none' };
  }
  if (!(await probes.openLive())) return { verdict: 'blocked' };
  // The first answer also pays for opening the connection, so the median counts.
  const latencyMs = Math.round(samples.sort((one, other) => one - other)[Math.floor(SAMPLES / 2)] ?? 0);
  return { verdict: latencyMs > SLOW_MS ? 'slow' : 'good', latencyMs };
}

/** The probes of a browser: the health page, and a WebSocket that is greeted or refused, but answered. */
export function browserProbes(): LineProbes {
  return {
    now: () => performance.now(),
    ask: async () => {
      const response = await fetch('/api/health', { cache: 'no-store' });
      if (response.status >= 500 && response.status !== 503) throw new Error(`Status ${response.status}`);
      await response.text();
    },
    openLive,
  };
}

/**
 * Speaks the first words of Socket.IO. Nobody is signed in yet, so the server refuses this connection by name; that its
 * refusal arrives proves that the line carries words both ways.
 */
function openLive(): Promise<boolean> {
  const { protocol, host } = window.location;
  return new Promise((resolve) => {
    const socket = new WebSocket(
      `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/socket.io/?EIO=4&transport=websocket`,
    );
    const settle = (isOpen: boolean) => {
      clearTimeout(timer);
      socket.close();
      resolve(isOpen);
    };
    const timer = setTimeout(() => settle(false), LIVE_TIMEOUT_MS);
    socket.onerror = () => settle(false);
    socket.onclose = () => settle(false);
    socket.onmessage = ({ data }) => {
      const packet = String(data);
      if (packet.startsWith('0')) socket.send(`40${JSON.stringify({ v: PROTOCOL_VERSION })}`);
      if (packet.startsWith('40') || packet.startsWith('44')) settle(true);
    };
  });
}
