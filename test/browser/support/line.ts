import type { Page, WebSocketRoute } from 'playwright-core';

/**
 * The line between a page and the server, in the hand of a test: its answers can be held back, and it can be cut.
 * Chromium's own offline mode lets web sockets pass, so a cut line is both.
 */
export class Line {
  private isHeld = false;
  private isCut = false;
  private readonly held: (() => void)[] = [];
  private readonly sockets = new Set<WebSocketRoute>();

  private constructor(private readonly page: Page) {}

  /** Call it before the page is opened. */
  static async on(page: Page): Promise<Line> {
    const line = new Line(page);
    await page.routeWebSocket(/\/socket\.io\//, (socket) => line.join(socket));
    return line;
  }

  /** What the server says waits from here on. */
  hold(): void {
    this.isHeld = true;
  }

  release(): void {
    this.isHeld = false;
    for (const pass of this.held.splice(0)) pass();
  }

  /** The device has no network any more. */
  async cut(): Promise<void> {
    this.isCut = true;
    await this.page.context().setOffline(true);
    for (const socket of this.sockets) await socket.close({ code: 1001 });
    this.sockets.clear();
  }

  /** The network is back. */
  async mend(): Promise<void> {
    this.isCut = false;
    await this.page.context().setOffline(false);
  }

  private join(socket: WebSocketRoute): void {
    if (this.isCut) return void socket.close({ code: 1001 });
    this.sockets.add(socket);
    const server = socket.connectToServer();
    server.onMessage((message) => {
      const pass = () => socket.send(message);
      if (this.isHeld) this.held.push(pass);
      else pass();
    });
  }
}
