// One bundle, opened: asks the module, brings the files that it lacks, asks again. An engine holds exactly one build,
// so no answer can mix two. It has no DOM in it and runs as well in a worker or in Node.

import { abortable } from './abortable.js';
import { CatchwordError } from './error.js';
import { useFile } from './files.js';
import { inflateBlock } from './inflate.js';
import { checkPlatform, instantiate } from './module.js';

/** A query takes a handful of rounds (terms, positions, texts); more than this is a fault, not a query. */
const kMostRounds = 32;

/** @param {Response} file */
const bytesOf = async (file) => new Uint8Array(await file.arrayBuffer());

/**
 * @param {Response} file
 * @param {string} name
 */
async function blockOf(file, name) {
  const bytes = await bytesOf(file);
  if (!name.startsWith('text/')) return bytes;
  return inflateBlock(bytes).catch((cause) => {
    throw new CatchwordError({
      kind: 'damaged',
      message: `${name} is damaged: its text cannot be unpacked (${cause}).`,
      where: name,
      remedy: 'Copy the whole bundle to the site again.',
      cause,
    });
  });
}

/**
 * @param {{ wasm: string, root: string }} bundle
 * @param {import('./files.js').GetFile} get
 * @returns {Promise<Engine>}
 */
export async function openEngine(bundle, get) {
  checkPlatform();
  const module = await useFile(get, bundle.wasm, instantiate);
  await useFile(get, bundle.root, async (file, name) => module.open(name, await bytesOf(file)));
  return new Engine(module, get);
}

export class Engine {
  #module;
  #get;
  /** @type {Map<string, Promise<void>>} */
  #coming = new Map();

  /**
   * @param {import('./module.js').Module} module  already open
   * @param {import('./files.js').GetFile} get
   */
  constructor(module, get) {
    this.#module = module;
    this.#get = get;
  }

  /**
   * @param {string} query
   * @param {{ limit: number, offset: number, flags: number, signal?: AbortSignal }} options
   * @returns {Promise<any>} the module's answer
   */
  async search(query, { limit, offset, flags, signal }) {
    for (let round = 0; round < kMostRounds; ++round) {
      signal?.throwIfAborted();
      const answer = this.#module.search(query, limit, offset, flags);
      if (!answer.missing) return answer;
      await abortable(Promise.all(answer.missing.map(this.#bring)), signal);
    }
    throw new CatchwordError({
      kind: 'damaged',
      message: `The search for "${query}" did not come to an end after ${kMostRounds} rounds.`,
      remedy: 'Build the bundle again and report it.',
    });
  }

  /**
   * Resolves when the module has the block. Searches that need the same block share one request, which goes on when
   * one of them is given up: blocks are small, and the next letter typed mostly needs the same ones.
   * @param {string} name
   */
  #bring = (name) => {
    const known = this.#coming.get(name);
    if (known) return known;
    const coming = useFile(this.#get, name, async (file) => {
      this.#module.supply(name, await blockOf(file, name));
    }).finally(() => this.#coming.delete(name));
    this.#coming.set(name, coming);
    return coming;
  };
}
