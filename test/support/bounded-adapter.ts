import { IoAdapter } from '@nestjs/platform-socket.io';
import { SOCKET_OPTIONS } from '@roundtable/realtime';

/** The application checks the Origin in its adapter; the options are the product's. */
export class BoundedAdapter extends IoAdapter {
  override createIOServer(port: number, options?: AdapterOptions): ReturnType<IoAdapter['createIOServer']> {
    return super.createIOServer(port, { ...options, ...SOCKET_OPTIONS } as AdapterOptions);
  }
}

/** Nest brings a Socket.IO of its own, whose types are not those of ours. */
type AdapterOptions = Parameters<IoAdapter['createIOServer']>[1];
