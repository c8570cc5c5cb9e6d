import {
  NoAnswerError,
  socketIoTransport,
  type Line,
  type LineListener,
  type Transport,
} from '@roundtable/client';

/** A way to the server that a test can cut: the line there is goes, and no other is found until it is mended. */
export class CuttableTransport implements Transport {
  private isCut = false;
  private lose: () => void = () => undefined;

  constructor(
    private readonly address: () => string,
    private readonly cookie: string,
  ) {}

  open(listener: LineListener): Line {
    if (this.isCut) return deadLine(listener);
    let isLost = false;
    // A line is lost once; whoever hears it twice would open two others.
    const lost: LineListener['lost'] = (refusal) => {
      if (isLost) return;
      isLost = true;
      listener.lost(refusal);
    };
    const line = socketIoTransport({ url: this.address(), cookie: this.cookie }).open({
      opened: () => listener.opened(),
      event: (name, payload) => listener.event(name, payload),
      lost,
    });
    this.lose = () => {
      line.close();
      lost(null);
    };
    return line;
  }

  cut(): void {
    this.isCut = true;
    this.lose();
  }

  /** Whoever waits for the next attempt may try at once. */
  mend(): void {
    this.isCut = false;
  }
}

function deadLine(listener: LineListener): Line {
  const fail = setTimeout(() => listener.lost(null), 5);
  return {
    request: () => Promise.reject(new NoAnswerError('disconnected')),
    close: () => clearTimeout(fail),
  };
}
