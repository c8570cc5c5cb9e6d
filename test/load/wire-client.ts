import { WebSocket } from 'ws';

const EVENT = 0x32;
const ACKNOWLEDGEMENT = 0x33;
const PING = 0x32;
const MESSAGE = 0x34;
const BRACKET = 0x5b;
const CONNECT_WITHIN_MS = 60_000;

/** Who connects and to what. */
export interface WireAddress {
  /** For example http://127.0.0.1:4100. */
  url: string;
  cookie?: string;
  auth?: object;
}

/**
 * A client that speaks Socket.IO's frames (protocol 5 over Engine.IO 4, WebSocket only) without Socket.IO's client, so
 * that one process can be thousands of them.
 */
export class WireClient {
  /** Called with every event, as it came: `42["name",...]`. */
  onEvent: (frame: Buffer) => void = () => undefined;
  private readonly waiting = new Map<number, (answer: unknown) => void>();
  private asked = 0;

  private constructor(private readonly socket: WebSocket) {}

  static connect({ url, cookie, auth = {} }: WireAddress): Promise<WireClient> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
      skipUTF8Validation: true,
      headers: cookie === undefined ? {} : { Cookie: cookie },
    });
    const client = new WireClient(socket);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => fail('was not answered in time'), CONNECT_WITHIN_MS);
      const fail = (why: string): void => {
        clearTimeout(timer);
        socket.terminate();
        reject(new Error(`The connection to ${url} ${why}.`));
      };
      socket.on('error', (error) => fail(`failed: ${error.message}`));
      socket.on('close', () => fail('was closed'));
      socket.on('message', (data: Buffer) => {
        const text = data.subarray(0, 300).toString();
        if (text.startsWith('0{')) socket.send(`40${JSON.stringify(auth)}`);
        else if (text.startsWith('44')) fail(`was refused: ${text}`);
        else if (text.startsWith('40')) {
          clearTimeout(timer);
          socket.removeAllListeners();
          client.listen();
          resolve(client);
        }
      });
    });
  }

  /** Sends an event and hands the answer over when it comes. */
  ask(event: string, payload: object, answered: (answer: unknown) => void): void {
    const id = this.asked++;
    this.waiting.set(id, answered);
    this.socket.send(`42${id}${JSON.stringify([event, payload])}`);
  }

  askAndWait<T>(event: string, payload: object): Promise<T> {
    return new Promise((resolve) => this.ask(event, payload, (answer) => resolve(answer as T)));
  }

  close(): void {
    this.socket.removeAllListeners();
    this.socket.on('error', () => undefined);
    this.socket.terminate();
  }

  private listen(): void {
    this.socket.on('error', () => undefined);
    this.socket.on('message', (data: Buffer) => {
      if (data[0] === PING) this.socket.send('3');
      else if (data[0] !== MESSAGE) return;
      else if (data[1] === EVENT) this.onEvent(data);
      else if (data[1] === ACKNOWLEDGEMENT) this.answer(data);
    });
  }

  private answer(data: Buffer): void {
    const start = data.indexOf(BRACKET);
    const id = Number(data.toString('latin1', 2, start));
    const answered = this.waiting.get(id);
    this.waiting.delete(id);
    const [answer] = JSON.parse(data.toString('utf8', start)) as unknown[];
    answered?.(answer);
  }
}
