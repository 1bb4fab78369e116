import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** A server's open connections. */
export interface Connections {
  /**
   * Ends them: those that nothing is asked on at once, the others after their response, which says so where it has not begun.
   * Node's own `close` waits for a client that has connected and asks nothing, and for one that keeps its connection open.
   */
  end(): void;
}

/** Watches the connections of a server, which must not listen yet. */
export function watchConnections(server: Server): Connections {
  const open = new Map<Socket, Use>();
  let isEnding = false;

  server.on('connection', (socket: Socket) => {
    open.set(socket, { responses: new Set(), bytesRead: 0 });
    socket.once('close', () => open.delete(socket));
  });
  // Before the app's own listener, which may answer at once.
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    const use = open.get(socket);
    use?.responses.add(response);
    if (isEnding) endAfter(response);
    response.once('close', () => {
      if (use === undefined) return;
      use.responses.delete(response);
      use.bytesRead = socket.bytesRead;
      // One whose head was sent before has not told its client that it is the last.
      if (isEnding && use.responses.size === 0) socket.destroySoon();
    });
  });

  return {
    end() {
      isEnding = true;
      for (const [socket, { responses, bytesRead }] of open) {
        for (const response of responses) endAfter(response);
        // Bytes since the last response are the beginning of a request.
        if (responses.size === 0 && socket.bytesRead === bytesRead) socket.destroy();
      }
    },
  };
}

interface Use {
  /** Under way. */
  responses: Set<ServerResponse>;
  /** Up to the end of the last response. */
  bytesRead: number;
}

function endAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}
