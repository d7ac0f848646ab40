// The static server of the measurements: it compresses text types as hosts do, counts what it sends,
// and can be as slow as a phone's network.
//
// The slowness is made here and not in the browser, since what a browser emulates for a page does
// not hold for its workers. A request waits one round trip; then its body takes its turn on one
// pipe of the given bandwidth, shared by all, and arrives packet by packet. The connection itself is taken to be open already.
import { createServer } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';


const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** What servers compress on the fly, at the usual quality. @param {Buffer} body @returns {Promise<Buffer>} */
export const compressed = (body) => promisify(brotliCompress)(body, BROTLI);

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
  ['.wasm', 'application/wasm'],
]);
const OTHER_TYPE = 'application/octet-stream';

/** A phone's network: "Slow 4G" of the browsers' own tools. */
export const SLOW_NETWORK = { bitsPerSecond: 1.6e6, roundTripMs: 150 };

/** What a packet of Ethernet carries of a TCP stream. */
const PACKET_BYTES = 1460;

/** @typedef {{ bitsPerSecond: number, roundTripMs: number }} Network */
/** @typedef {{ path: string, status: number, bodyBytes: number, headerBytes: number, from: number, to: number }} Exchange */
/** @typedef {{ type: string, body: Buffer, compressed: boolean }} Entity */

export class BenchServer {
  /** @type {Map<string, string>} the first part of a path -> folder */
  #mounts;
  /** @type {Map<string, string>} path -> text of a page made up here */
  #pages = new Map();
  /** @type {Map<string, Promise<Entity>>} each file is compressed once, outside of what is measured */
  #entities = new Map();
  #server = createServer((request, response) => void this.#answer(request, response));
  #pipeFreeAt = 0;
  #pending = 0;

  /** @type {Network | undefined} undefined: as fast as it goes */
  network = undefined;
  /** @type {Exchange[]} in the order in which the answers ended */
  exchanges = [];

  /** @param {Record<string, string>} mounts name -> folder, served as /name/ */
  constructor(mounts) {
    this.#mounts = new Map(Object.entries(mounts));
  }

  /** @param {string} urlPath begins with '/' @param {string} html */
  addPage(urlPath, html) {
    this.#pages.set(urlPath, html);
  }

  /** @returns {Promise<string>} the address, without a slash at its end */
  async listen() {
    await new Promise((resolve) => void this.#server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = /** @type {import('node:net').AddressInfo} */ (this.#server.address());
    return `http://127.0.0.1:${address.port}`;
  }

  async close() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /**
   * Reads and compresses a mounted folder beforehand, so that it costs no search any time.
   * @param {string} folder @param {string} mount its name
   */
  async prepare(folder, mount) {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.isFile()) await this.#entity(`/${mount}/${entry.name}`);
    }
  }

  /** Forgets what was counted. */
  reset() {
    this.exchanges = [];
    this.#pipeFreeAt = 0;
  }

  /**
   * Resolves when nothing was asked for a while.
   * @param {number} [quietMs]
   */
  async settled(quietMs = 200) {
    let seen = -1;
    while (this.#pending > 0 || seen !== this.exchanges.length) {
      seen = this.exchanges.length;
      await delay(quietMs);
    }
  }

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  async #answer(request, response) {
    this.#pending += 1;
    try {
      await this.#send(request, response);
    } finally {
      this.#pending -= 1;
    }
  }

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  async #send(request, response) {
    const from = performance.now();
    const urlPath = decodeURIComponent(new URL(request.url ?? '/', 'http://bench').pathname);
    let entity;
    try {
      entity = await this.#entity(urlPath);
    } catch {
      response.writeHead(404).end();
      this.exchanges.push({ path: urlPath, status: 404, bodyBytes: 0, headerBytes: 0, from, to: performance.now() });
      return;
    }
    const { status, body, headers } = partOf(entity, request.headers.range);
    response.writeHead(status, headers);
    for await (const packet of this.#packets(from, body)) response.write(packet);
    response.end();
    this.exchanges.push({
      path: urlPath,
      status,
      bodyBytes: body.length,
      headerBytes: sizeOfHeaders(headers),
      from,
      to: performance.now(),
    });
  }

  /**
   * The body in packets, each at the time at which its last byte is through.
   * @param {number} from @param {Buffer} body @returns {AsyncGenerator<Buffer>}
   */
  async *#packets(from, body) {
    if (!this.network) return yield body;
    const { bitsPerSecond, roundTripMs } = this.network;
    const timeOf = (/** @type {number} */ bytes) => ((bytes * 8) / bitsPerSecond) * 1000;
    const begin = Math.max(from + roundTripMs, this.#pipeFreeAt);
    this.#pipeFreeAt = begin + timeOf(body.length);
    for (let at = 0; at < body.length; at += PACKET_BYTES) {
      const packet = body.subarray(at, at + PACKET_BYTES);
      await delay(begin + timeOf(at + packet.length) - performance.now());
      yield packet;
    }
  }

  /** @param {string} urlPath @returns {Promise<Entity>} */
  #entity(urlPath) {
    let entity = this.#entities.get(urlPath);
    if (!entity) {
      entity = this.#load(urlPath);
      this.#entities.set(urlPath, entity);
      entity.catch(() => this.#entities.delete(urlPath));
    }
    return entity;
  }

  /** @param {string} urlPath @returns {Promise<Entity>} */
  async #load(urlPath) {
    const page = this.#pages.get(urlPath);
    const type = TYPES.get(path.extname(urlPath)) ?? OTHER_TYPE;
    const plain = page === undefined ? await readFile(this.#fileOf(urlPath)) : Buffer.from(page);
    if (type === OTHER_TYPE) return { type, body: plain, compressed: false };
    return { type, body: await compressed(plain), compressed: true };
  }

  /** @param {string} urlPath @returns {string} */
  #fileOf(urlPath) {
    const [mount, ...rest] = urlPath.slice(1).split('/');
    const folder = this.#mounts.get(mount);
    if (folder === undefined || rest.includes('..')) throw new Error(`nothing at ${urlPath}`);
    return path.join(folder, ...rest);
  }
}

/** What is sent for one range, as hosts do; of what they compress they send all. @param {Entity} entity @param {string} [range] */
function partOf(entity, range) {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  if (entity.compressed || !from) return { status: 200, body: entity.body, headers: headersOf(entity) };
  const body = entity.body.subarray(Number(from), Number(to) + 1);
  const headers = { ...headersOf({ ...entity, body }), 'content-range': `bytes ${from}-${to}/${entity.body.length}` };
  return { status: 206, body, headers };
}

/** @param {Entity} entity @returns {Record<string, string>} */
function headersOf({ type, body, compressed }) {
  return {
    'content-type': type,
    'content-length': String(body.length),
    'cache-control': 'max-age=3600',
    ...(compressed ? { 'content-encoding': 'br', vary: 'accept-encoding' } : {}),
  };
}

/** @param {Record<string, string>} headers @returns {number} as HTTP/1.1 writes them; HTTP/2 needs less */
function sizeOfHeaders(headers) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return 'HTTP/1.1 200 OK\r\n\r\n'.length + lines.join('').length;
}

/**
 * How many answers had to be waited for, one after the other: a request stands one step after the
 * last answer that was complete when it was made.
 * @param {Exchange[]} exchanges @returns {number}
 */
export function dependentSteps(exchanges) {
  const ordered = [...exchanges].sort((a, b) => a.from - b.from);
  /** @type {{ to: number, step: number }[]} */
  const known = [];
  for (const { from, to } of ordered) {
    const before = known.filter((one) => one.to <= from).map((one) => one.step);
    known.push({ to, step: 1 + Math.max(0, ...before) });
  }
  return Math.max(0, ...known.map((one) => one.step));
}
