import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from "node:net";
import { afterEach } from "vitest";

const open: { close(): void }[] = [];

afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this machine, closed after the test. Gives its address without a slash at the end. */
export async function serve(answer: Answer): Promise<string> {
  const server = createServer(answer);
  await listen(server);
  open.push({
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
  return `http://127.0.0.1:${portOf(server)}`;
}

/** A server that does with a connection what it likes. */
export async function serveRaw(connected: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createSocketServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => sockets.delete(socket));
    connected(socket);
  });
  await listen(server);
  open.push({
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  return `http://127.0.0.1:${portOf(server)}`;
}

/** A port of this machine on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createSocketServer();
  await listen(server);
  const port = portOf(server);
  await new Promise<void>((done) => server.close(() => done()));
  return port;
}

function listen(server: Server): Promise<void> {
  return new Promise((done) => server.listen(0, "127.0.0.1", done));
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
