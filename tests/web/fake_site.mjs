// A small web server whose files a test changes while it runs, and a bundle for the fake module to lay on it.

import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';

const kDist = new URL('../../dist/web/', import.meta.url);

/** @typedef {string | Uint8Array} Body */
/** @typedef {{ status?: number, type?: string, body?: Body, until?: Promise<unknown>, cut?: 'before' | 'within' }} Reply */

const kTypes = { js: 'text/javascript', json: 'application/json' };

/** @param {string} name */
const typeOf = (name) => kTypes[/** @type {keyof kTypes} */ (name.split('.').pop())] ?? 'application/octet-stream';

export class Site {
  /** @type {Map<string, Body>} what lies where, without the first slash */
  files = new Map();
  /** @type {Map<string, Reply[]>} how the next requests of a file are answered instead */
  replies = new Map();
  /** @type {{ name: string, fresh: boolean }[]} what was asked for; fresh: past all caches */
  requests = [];
  /** @type {{ name: string, seen: () => void }[]} */
  #watchers = [];
  #server = createServer((request, response) => this.#serve(request, response));
  address = '';

  /**
   * @param {import('node:test').TestContext} t  closes the server at its end
   */
  static async open(t) {
    const site = new Site();
    const server = site.#server;
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    site.address = `http://127.0.0.1:${port}/`;
    t.after(() => {
      server.close();
      server.closeAllConnections();
    });
    return site;
  }

  /** @param {string} name */
  asked(name) {
    return this.requests.filter((request) => request.name === name);
  }

  /**
   * @param {string} name
   * @returns {Promise<void>} when it is asked for next
   */
  nextRequest(name) {
    return new Promise((seen) => this.#watchers.push({ name, seen }));
  }

  /**
   * @param {string} name
   * @param {...Reply} replies
   */
  reply(name, ...replies) {
    this.replies.set(name, replies);
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async #serve(request, response) {
    const [path, query] = decodeURIComponent(String(request.url)).slice(1).split('?');
    this.requests.push({ name: path, fresh: query !== undefined || request.headers['cache-control'] === 'no-cache' });
    for (const watcher of this.#watchers.filter(({ name }) => name === path)) watcher.seen();
    this.#watchers = this.#watchers.filter(({ name }) => name !== path);
    const found = this.files.get(path);
    const { status, type, body, until, cut } = this.replies.get(path)?.shift() ?? {};
    await until;
    if (cut === 'before') return response.destroy();
    response.writeHead(status ?? (found === undefined ? 404 : 200), { 'content-type': type ?? typeOf(path) });
    const whole = body ?? found ?? 'not here';
    if (cut === 'within') return response.write(whole.slice(0, -1), () => response.destroy());
    response.end(whole);
  }
}

/** What makes modules of files; nothing is faked before that. */
export const kUnpacker = new Uint8Array(readFileSync(new URL('../../build/wasm/unpacker.wasm', import.meta.url)));

/** What the file of a fake module holds, packed: (module (func)). */
export const kFakeModule = new Uint8Array(Buffer.from('GAAAABUAAAAYAAAA/xGAEJlUPj0TX1Bj8+UgWw==', 'base64'));

/** @param {string} name  @returns {string} an output of the build */
export const dist = (name) => readFileSync(new URL(name, kDist), 'utf8');

/**
 * @param {string} name  of a loader
 * @param {object} bundle
 */
export const loaderFor = (name, bundle) => dist(name).replace('__CATCHWORD_BUNDLE__', JSON.stringify(bundle));

/**
 * The files of a bundle whose word "party" takes one term block and two text blocks, "peace" the same term block and
 * another text, and "all" everything at once. Loaders and engine are the real ones.
 * @param {string} build  tells builds apart: it stands in all names and answers
 */
export function bundleFiles(build) {
  const terms = `terms/${build}.bin`;
  const texts = [0, 1, 2].map((n) => `text/${build}-${n}.bin`);
  const bundle = {
    format: 1,
    root: `root-${build}.bin`,
    engine: `engine-${build}.js`,
    lean: `engine-lean-${build}.pack`,
    speller: `engine-speller-${build}.pack`,
    full: `engine-full-${build}.pack`,
    files: `files-${build}.json`,
    parts: `parts${build}`,
  };
  const queries = {
    party: [[terms], [texts[0], texts[1]]],
    peace: [[terms], [texts[2]]],
    all: [[terms, ...texts]],
  };
  /** @type {Record<string, Body>} */
  const files = {
    'catchword.js': loaderFor('catchword.js', bundle),
    'catchword-element.js': loaderFor('catchword-element.js', bundle),
    [`parts/${bundle.parts}-element.js`]: dist('parts/element.js'),
    [bundle.engine]: `${dist('engine.js')}\n// ${build}`,
    [bundle.lean]: kFakeModule,
    [bundle.speller]: kFakeModule,
    [bundle.full]: kFakeModule,
    [bundle.root]: `good${JSON.stringify({ build, queries })}`,
    [terms]: `good${build}-terms`,
    [texts[0]]: `good${build}-zero`,
    [texts[1]]: `good${build}-one`,
    [texts[2]]: `good${build}-two`,
  };
  return { bundle, files, terms, texts };
}

/** @param {Body | string} value */
export const base64 = (value) => Buffer.from(/** @type {any} */ (value)).toString('base64');

/**
 * The offline copy of a bundle: two packs, the first with the terms and text 0, the second with texts 1 and 2.
 * @param {ReturnType<typeof bundleFiles>} made
 */
export function offlineCopy({ bundle, files, terms, texts }) {
  const offline = { engine: 'offline/engine-a.js', core: 'offline/core-a.js' };
  const packs = [[terms, texts[0]], [texts[1], texts[2]]].map((names) =>
    Object.fromEntries(names.map((name) => [name, base64(files[name])])),
  );
  const core = {
    root: base64(files[bundle.root]),
    packs: packs.map((_, n) => `offline/pack-${n}.js`),
    files: Object.fromEntries(packs.flatMap((pack, n) => Object.keys(pack).map((name) => [name, n]))),
  };
  /** What the scripts are at the time of asking. @type {Record<string, () => string>} */
  const scripts = { [offline.core]: () => `catchwordOffline.core(${JSON.stringify(core)})` };
  packs.forEach((pack, n) => (scripts[core.packs[n]] = () => `catchwordOffline.pack(${JSON.stringify(pack)})`));
  return { bundle: { ...bundle, offline }, core, packs, scripts };
}

/**
 * Lays a bundle on the site, in the place of one that is there.
 * @param {Site} site
 * @param {string} folder  with a slash at its end
 * @param {string} build
 */
export function deploy(site, folder, build) {
  for (const name of [...site.files.keys()]) if (name.startsWith(folder)) site.files.delete(name);
  const made = bundleFiles(build);
  for (const [name, body] of Object.entries(made.files)) site.files.set(folder + name, body);
  return made;
}

/** A promise with its handle outside, to hold a reply back until the test has seen what it waits for. */
export function gate() {
  /** @type {(value?: unknown) => void} */
  let open = () => {};
  const opened = new Promise((resolve) => (open = resolve));
  return { open, opened };
}
