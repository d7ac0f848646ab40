// Prints the first free TCP port from the given one upward: `node free-port.mjs 8080`.
import { createServer } from 'node:net';

const HIGHEST_PORT = 65535;

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      probe.close(() => resolve(true));
    });
  });
}

let port = Number(process.argv[2]);
while (port <= HIGHEST_PORT && !(await isFree(port))) port += 1;
if (!(port <= HIGHEST_PORT)) {
  console.error(`error: no free port from ${process.argv[2]} upward. Set PORT to a lower number.`);
  process.exit(1);
}
console.log(port);
