import { connect } from 'node:net';

/** What came back over a connection, as bytes of Latin-1, and whether the server ended it. */
export interface RawReply {
  text: string;
  /** Of each response, in order. */
  statuses: number[];
}

const TIMEOUT_MS = 5_000;

/** Sends bytes as they are and reads until the server ends the connection, or has been silent for a while after a response. */
export function sendRaw(url: string, bytes: string | Buffer): Promise<RawReply> {
  const { hostname, port } = new URL(url);
  const { promise, resolve } = Promise.withResolvers<RawReply>();
  let text = '';
  const socket = connect({ host: hostname, port: Number(port) });
  const finish = () => {
    socket.destroy();
    const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status));
    resolve({ text, statuses });
  };
  socket.setTimeout(TIMEOUT_MS, finish);
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
    // A response that is whole; the connection may stay open for the next one.
    socket.setTimeout(150, finish);
  });
  socket.on('close', finish);
  socket.on('error', finish);
  // A server that has answered may end the connection while bytes are still sent.
  socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  return promise;
}

/** A request over HTTP/1.1 as text. @param lines further header lines, as they are */
export function rawRequest(method: string, target: string, lines: readonly string[] = [], body = ''): string {
  const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body, 'latin1')}`];
  const head = [`${method} ${target} HTTP/1.1`, ...withHost(lines), 'Connection: close', ...length];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

function withHost(lines: readonly string[]): readonly string[] {
  return lines.some((line) => /^host:/i.test(line)) ? lines : ['Host: 127.0.0.1', ...lines];
}
