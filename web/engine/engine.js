// One bundle, opened: asks the module, brings the files that it lacks, asks again. Where that module can't tell it names the
// one that can, the speller or the full one, which from then on answers everything. An engine holds exactly one build, so no
// answer can mix two. It has no DOM in it and runs as well in a worker or in Node.

import { abortable } from './abortable.js';
import { CatchwordError } from './error.js';
import { twice, useFile } from './files.js';
import { instantiate, plainModule } from './module.js';
import { loadPlain } from './plain.js';
import { compile } from './platform.js';
import { encodeRequest } from './request.js';

/** A query takes a handful of rounds (terms, positions, texts); more than this is a fault, not a query. */
const kMostRounds = 32;

/**
 * The names of files that an engine needs.
 * @typedef {{ lean: string, speller: string, full: string, root: string, parts: string }} EngineFiles
 */

/**
 * A module, the blocks that are on their way to it, and whether a better one may follow.
 * @typedef {{ module: import('./module.js').Module, coming: Map<string, Promise<void>>, last?: boolean }} Seat
 */

/**
 * @param {EngineFiles} bundle
 * @param {string} name  of a script that only some readers need
 */
const partOf = ({ parts }, name) => `parts/${parts}-${name}.js`;

/**
 * @param {import('./files.js').GetFile} get
 * @param {WebAssembly.Module} unpacker
 * @param {string} name  of the file
 */
const loadModule = (get, unpacker, name) => twice(name, async (again) => instantiate(await get(name, again), unpacker, name));

/**
 * @param {EngineFiles} bundle
 * @param {import('./files.js').GetFile} get
 * @param {import('./packs.js').RunScript} run  runs a script of the bundle, by its name
 * @param {Uint8Array<ArrayBuffer>} unpackerBytes  core/packing/unpacker.cc
 * @returns {Promise<Engine>}
 */
export async function openEngine(bundle, get, run, unpackerBytes) {
  const unpacker = compile(unpackerBytes);
  const module = unpacker
    ? await loadModule(get, unpacker, bundle.lean)
    : plainModule(await loadPlain(run, partOf(bundle, 'engine')));
  const root = await useFile(get, bundle.root, (bytes) => {
    module.open(bundle.root, bytes);
    return bytes;
  });
  return new Engine(bundle, get, run, unpacker, module, root);
}

export class Engine {
  #bundle;
  #get;
  #run;
  #unpacker;
  /** @type {Seat} who answers */
  #seat;
  /** @type {Promise<void> | undefined} the taking over of a better module, while it goes on */
  #succession;
  /** @type {Map<string, Uint8Array>} the root and what modules were handed, for those that may follow */
  #kept;

  /**
   * @param {EngineFiles} bundle
   * @param {import('./files.js').GetFile} get
   * @param {import('./packs.js').RunScript} run
   * @param {WebAssembly.Module | undefined} unpacker  undefined where the module is the engine in JavaScript, which answers all
   * @param {import('./module.js').Module} module  already open
   * @param {Uint8Array} root
   */
  constructor(bundle, get, run, unpacker, module, root) {
    this.#bundle = bundle;
    this.#get = get;
    this.#run = run;
    this.#unpacker = unpacker;
    this.#seat = { module, coming: new Map() };
    this.#kept = new Map([[bundle.root, root]]);
  }

  /**
   * @param {import('./request.js').Verb} verb
   * @param {string} query
   * @param {import('./options.js').SearchOptions} options
   * @returns {Promise<any>} the module's answer
   */
  async ask(verb, query, options) {
    const { signal } = options;
    const request = encodeRequest(verb, query, options);
    for (let round = 0; round < kMostRounds; ++round) {
      signal?.throwIfAborted();
      const seat = this.#seat;
      const answer = seat.module.ask(request);
      if (answer.beyond) await abortable(this.#succeed(answer.beyond), signal);
      else if (!answer.missing) return answer;
      else await abortable(Promise.all(answer.missing.map((/** @type {string} */ name) => this.#bring(seat, name))), signal);
    }
    throw new CatchwordError({
      kind: 'damaged',
      message: `The search for "${query}" does not end.`,
      remedy: 'Build the bundle again and report it.',
    });
  }

  /**
   * Lets a better module take over. One at a time: who needs a still better one asks again. When it fails, the next who
   * needs it tries again.
   * @param {'speller' | 'full'} name
   */
  #succeed(name) {
    this.#succession ??= this.#install(name).finally(() => (this.#succession = undefined));
    return this.#succession;
  }

  /** @param {'speller' | 'full'} name */
  async #install(name) {
    const { root } = this.#bundle;
    const module = await loadModule(this.#get, /** @type {WebAssembly.Module} */ (this.#unpacker), this.#bundle[name]);
    module.open(root, /** @type {Uint8Array} */ (this.#kept.get(root)));
    this.#seat = { module, coming: new Map(), last: name === 'full' };
  }

  /**
   * Resolves when the module has the block. Searches that need the same block share one request, which goes on when
   * one of them is given up: blocks are small, and the next letter typed mostly needs the same ones.
   * @param {Seat} seat
   * @param {string} name
   */
  #bring(seat, name) {
    const { coming } = seat;
    const known = coming.get(name);
    if (known) return known;
    const block = this.#handOver(seat, name).finally(() => coming.delete(name));
    coming.set(name, block);
    return block;
  }

  /**
   * @param {Seat} seat
   * @param {string} name
   */
  async #handOver({ module, last }, name) {
    if (name.startsWith('stemmer-')) return this.#runPart(name);
    const kept = this.#kept.get(name);
    if (last) this.#kept.delete(name);
    if (kept) return module.supply(name, kept);
    await useFile(this.#get, name, (block) => {
      module.supply(name, block);
      if (!last) this.#kept.set(name, block);
    });
  }

  /**
   * A stemmer: once its script has run, every module finds it (host.js). Tried once more, as every file is; browsers
   * remember that an import failed, so the second has another address.
   * @param {string} name
   */
  async #runPart(name) {
    const file = partOf(this.#bundle, name);
    return twice(file, (again) => this.#run(again ? `${file}?${Date.now()}` : file));
  }
}
