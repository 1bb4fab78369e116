import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Ends connections whose other end takes nothing of what was written for it: a stream that nobody reads would hold its answer's
 * place for ever. What the system's own buffers take counts as read.
 * @param stallMs longest time without a byte taken, in milliseconds; noticed within a quarter of it
 * @param onCut is told of each that was ended
 */
export function cutSlowReaders(server: Server, stallMs: number, onCut: () => void = () => {}): void {
  const sockets = new Map<Socket, { taken: number; since: number }>();
  server.on('connection', (socket) => {
    sockets.set(socket, { taken: 0, since: performance.now() });
    socket.once('close', () => sockets.delete(socket));
  });
  const look = (): void => {
    const now = performance.now();
    for (const [socket, last] of sockets) {
      const taken = socket.bytesWritten - socket.writableLength;
      if (socket.writableLength === 0 || taken !== last.taken) sockets.set(socket, { taken, since: now });
      else if (now - last.since >= stallMs) {
        socket.destroy();
        onCut();
      }
    }
  };
  const timer = setInterval(look, stallMs / 4).unref();
  server.once('close', () => clearInterval(timer));
}
