// The WebAssembly module behind plain methods: strings and bytes in, objects out, errors thrown.
// It is synchronous and does no I/O; overlapping searches may call it in any order.

import { CatchwordError } from './error.js';
import { host } from './host.js';
import { readOutput } from './output.js';
import { unpack } from './unpack.js';
import { encoder } from './utf8.js';

/**
 * @typedef {object} ModuleExports
 * @property {WebAssembly.Memory} memory
 * @property {() => void} [_initialize]
 * @property {(size: number) => number} catchword_allocate
 * @property {(pointer: number) => void} catchword_release
 * @property {(name: number, nameSize: number, bytes: number, size: number) => number} catchword_open
 * @property {(name: number, nameSize: number, bytes: number, size: number) => number} catchword_supply
 * @property {(request: number, size: number) => number} catchword_ask
 * @property {() => number} catchword_output
 * @property {() => number} catchword_output_size
 */

/**
 * @param {Response} packed
 * @param {WebAssembly.Module} unpacker
 * @param {string} name  of the file that it came in, for the error
 * @returns {Promise<Module>}
 */
export async function instantiate(packed, unpacker, name) {
  /** @type {ModuleExports} */
  let exports;
  try {
    const imports = { host: host(() => exports.memory) };
    const { instance } = await WebAssembly.instantiate(await unpack(packed, unpacker), imports);
    exports = /** @type {any} */ (instance.exports);
    exports._initialize?.();
  } catch (cause) {
    if (cause instanceof TypeError) throw cause; // the way broke
    throw new CatchwordError({
      kind: 'damaged',
      message: `${name} is not the search engine: ${cause}`,
      where: name,
      remedy: 'Reload the page, or copy the whole bundle to the site again.',
      cause,
    });
  }
  return new Module(exports);
}

/**
 * The same engine compiled to JavaScript, which has its memory to itself.
 * @param {{ create: (imports: ReturnType<typeof host>) => ModuleExports }} plain
 */
export function plainModule({ create }) {
  const exports = create(host(() => exports.memory));
  exports._initialize?.();
  return new Module(exports);
}

export class Module {
  #exports;
  /** @type {CatchwordError | undefined} */
  #broken;

  /** @param {ModuleExports} exports */
  constructor(exports) {
    this.#exports = exports;
  }

  /**
   * @param {string} name  of the root file
   * @param {Uint8Array} bytes
   */
  open(name, bytes) {
    return this.#call('catchword_open', name, bytes);
  }

  /**
   * @param {string} name  of a file that a search asked for
   * @param {Uint8Array} bytes
   */
  supply(name, bytes) {
    return this.#call('catchword_supply', name, bytes);
  }

  /**
   * @param {Uint8Array} request  by request.js
   * @returns {any} an answer, `{ missing: names }`, or `{ beyond: name }`: the module that can tell, 'speller' or 'full'
   */
  ask(request) {
    return this.#call('catchword_ask', request);
  }

  /**
   * A trap leaves the module's memory in an unknown state, so nothing is asked of it afterwards.
   * @param {'catchword_open' | 'catchword_supply' | 'catchword_ask'} verb
   * @param {...(string | Uint8Array)} values
   */
  #call(verb, ...values) {
    if (this.#broken) throw this.#broken;
    let status, output;
    try {
      ({ status, output } = this.#exchange(verb, values));
    } catch (cause) {
      throw (this.#broken = new CatchwordError({
        kind: 'damaged',
        message: `The search engine stopped: ${cause}`,
        where: values.length > 1 ? `${values[0]}` : verb,
        remedy: 'Build the bundle again and report it.',
        cause,
      }));
    }
    if (status) throw new CatchwordError(output.error);
    return output;
  }

  /**
   * @param {'catchword_open' | 'catchword_supply' | 'catchword_ask'} verb
   * @param {(string | Uint8Array)[]} values
   */
  #exchange(verb, values) {
    /** @type {number[]} */
    const pointers = [];
    const numbers = values.flatMap((value) => {
      const bytes = typeof value === 'string' ? encoder.encode(value) : value;
      const pointer = this.#write(bytes);
      pointers.push(pointer);
      return [pointer, bytes.length];
    });
    const status = /** @type {Function} */ (this.#exports[verb])(...numbers);
    const output = this.#output();
    for (const pointer of pointers) this.#exports.catchword_release(pointer);
    return { status, output };
  }

  /** @param {Uint8Array} bytes */
  #write(bytes) {
    const pointer = this.#exports.catchword_allocate(bytes.length) >>> 0;
    if (!pointer && bytes.length) throw new RangeError('out of memory');
    new Uint8Array(this.#exports.memory.buffer).set(bytes, pointer);
    return pointer;
  }

  #output() {
    const { memory, catchword_output, catchword_output_size } = this.#exports;
    return readOutput(new Uint8Array(memory.buffer, catchword_output() >>> 0, catchword_output_size() >>> 0));
  }
}
