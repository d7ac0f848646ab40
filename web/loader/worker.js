// Entry: dist/web/catchword-worker.js, for a site's own service worker: the search goes on without a network.
//
//   // sw.js, at the root of the site
//   importScripts('/catchword/catchword-worker.js');
//   catchwordKeepPages();  // the pages that the reader has seen, too; leave it out where the site keeps its own
//
// One worker knows one build. It keeps all files of that build before it is installed, and serves them, the loaders with
// fixed names among them, for as long as it lives; the browser starts the next build's worker when no page uses this one.
// So no page is ever given parts of two builds.

import { bundle } from './bundle.js';
import { filesOf } from './manifest.js';

/** @typedef {{ waitUntil(promise: Promise<unknown>): void }} Extendable */
/** @typedef {Extendable & { request: Request, respondWith(response: Promise<Response>): void }} Fetching */

const worker = /** @type {any} */ (globalThis);

/**
 * Of importScripts' caller this script knows nothing; where it lies itself stands in the stack of an error. Firefox writes
 * there what importScripts was given, once the worker is a later one.
 */
const kOwnName = /(?:https?:\/\/[^\s)]+\/|(?<=@)[^\s)]*)catchword-worker\.js/;
const home = new URL('.', new URL(kOwnName.exec(new Error().stack ?? '')?.[0] ?? '', worker.location.href)).href;

const kBuild = `catchword ${home} ${bundle.files}`;
const kPages = 'catchword pages';
const kLoaders = ['catchword.js', 'catchword-element.js'];

/** A file as the server has it now, past the browser's own cache. @param {string} name */
async function fresh(name) {
  const response = await fetch(home + name, { cache: 'reload' });
  if (!response.ok) throw new Error(`${home}${name}: status ${response.status}`);
  return response;
}

/** A loader of another build would name files that are not kept. @param {Response} response */
async function checkBuild(response) {
  if ((await response.clone().text()).includes(bundle.files)) return;
  throw new Error(`${response.url} is of another build; the site is just being changed.`);
}

/** @param {Cache} cache @param {string} name */
async function keep(cache, name) {
  const known = kLoaders.includes(name) ? undefined : await caches.match(home + name);
  const response = known ?? (await fresh(name));
  if (kLoaders.includes(name)) await checkBuild(response);
  await cache.put(home + name, response);
}

/** Pages opened from a disk have packs of their own. @param {string} name */
const isWanted = (name) => !name.startsWith('offline/');

async function install() {
  const files = filesOf(await (await fresh(bundle.files)).json());
  const cache = await caches.open(kBuild);
  for (const name of files.filter(isWanted)) await keep(cache, name);
}

async function clean() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(`catchword ${home} `) && name !== kBuild);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** @param {Request} request */
async function answer(request) {
  const url = new URL(request.url);
  const kept = await (await caches.open(kBuild)).match(url.origin + url.pathname);
  return kept ?? fetch(request);
}

/** @param {Request} request */
async function seen(request) {
  const cache = await caches.open(kPages);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (lost) {
    const kept = await cache.match(request, { ignoreSearch: request.mode === 'navigate' });
    if (kept) return kept;
    throw lost;
  }
}

let keepsPages = false;

worker.addEventListener('install', (/** @type {Extendable} */ event) => event.waitUntil(install()));
worker.addEventListener('activate', (/** @type {Extendable} */ event) => event.waitUntil(clean()));
worker.addEventListener('fetch', (/** @type {Fetching} */ event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.url.startsWith(home)) event.respondWith(answer(request));
  else if (keepsPages && request.url.startsWith(worker.location.origin)) event.respondWith(seen(request));
});

/** Keeps what pages of the site load, and gives it when the network is gone. */
worker.catchwordKeepPages = () => void (keepsPages = true);
