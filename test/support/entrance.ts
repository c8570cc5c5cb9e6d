import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** One address before several servers, as a proxy is: a connection goes to the first that takes it. */
export interface Entrance {
  url: string;
  /** Names the servers, the preferred first. Connections that stand stay where they are. */
  leadTo(...urls: string[]): void;
  close(): Promise<void>;
}

/** Opens an entrance on a port below the ephemeral range. */
export async function openEntrance(): Promise<Entrance> {
  let targets: URL[] = [];
  const open = new Set<Socket>();
  const server = createServer((caller) => {
    open.add(caller);
    caller.on('close', () => open.delete(caller));
    caller.on('error', () => caller.destroy());
    pass(caller, targets);
  });
  await listen(server);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    leadTo: (...urls) => (targets = urls.map((url) => new URL(url))),
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function pass(caller: Socket, [first, ...others]: readonly URL[]): void {
  if (!first) return void caller.destroy();
  const onward = connect(Number(first.port), first.hostname);
  onward.once('error', () => pass(caller, others));
  onward.once('connect', () => {
    onward.removeAllListeners('error');
    onward.on('error', () => caller.destroy());
    onward.on('close', () => caller.destroy());
    caller.on('close', () => onward.destroy());
    caller.pipe(onward).pipe(caller);
  });
}

async function listen(server: ReturnType<typeof createServer>): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const isListening = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (isListening) return;
  }
  throw new Error('No free port was found between 20000 and 32000.');
}
