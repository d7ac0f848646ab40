// A stand-in for the WebAssembly module: the same exports, over a real memory that grows at every allocation, so that a
// view kept too long shows. Its files are easy to write by hand:
//
//   root     'good' and JSON: { build, queries: { word: [[names of the first round], [of the second], ...] } }
//   blocks   'good' and any text, which the one result's passage repeats
//
// A file that does not begin with 'good' is refused as damaged. Of a request it reads what stands before the options.

const kPage = 65536;
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** @param {string} where */
const damaged = (where) => ({
  error: { kind: 'damaged', message: `${where} is damaged.`, where, remedy: 'Copy the bundle again.' },
});

/** @typedef {Record<string, 'speller' | 'full'>} Beyond */
/** @typedef {{ verb: number, query: string, limit: number, offset: number, snippet: number, passages: number, flags: number }} FakeRequest */

/**
 * Reads core/search/request.h.
 * @param {Uint8Array} bytes
 * @returns {FakeRequest}
 */
function readRequest(bytes) {
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      value += (bytes[at] & 127) * 2 ** shift;
      if (bytes[at++] < 128) return value;
    }
  };
  const string = () => {
    const size = number();
    return decoder.decode(bytes.slice(at, (at += size)));
  };
  return { verb: number(), query: string(), limit: number(), offset: number(), snippet: number(), passages: number(), flags: number() };
}

export class FakeModule {
  memory = new WebAssembly.Memory({ initial: 1 });
  /** @type {{ build: string, queries: Record<string, string[][]> }} */
  root = { build: '', queries: {} };
  /** @type {Map<string, string>} */
  blocks = new Map();
  /** @type {string[]} names in the order in which they were handed in */
  supplied = [];
  /** @type {FakeRequest[]} */
  searches = [];
  /** Queries that only another module could answer, and which. @type {Beyond} */
  beyond = {};
  /** Names that make the module trap. @type {Set<string>} */
  traps = new Set();
  allocated = 0;
  /** The result's address. */
  url = 'a/b.html';
  #output = { pointer: 0, size: 0 };

  /** @param {number} size */
  #allocate(size) {
    const pointer = this.memory.grow(Math.ceil((size + 1) / kPage)) * kPage;
    ++this.allocated;
    return pointer;
  }

  /**
   * @param {number} pointer
   * @param {number} size
   */
  #text(pointer, size) {
    return decoder.decode(new Uint8Array(this.memory.buffer, pointer, size));
  }

  /** @param {any} output */
  #answer(output) {
    const bytes = encoder.encode(JSON.stringify(output));
    this.#output = { pointer: this.#allocate(bytes.length), size: bytes.length };
    --this.allocated;
    new Uint8Array(this.memory.buffer).set(bytes, this.#output.pointer);
    return output.error ? 1 : 0;
  }

  /**
   * @param {string} name
   * @param {string} text
   * @param {(payload: string) => void} take
   */
  #take(name, text, take) {
    if (this.traps.has(name)) throw new WebAssembly.RuntimeError('unreachable');
    if (!text.startsWith('good')) return this.#answer(damaged(name));
    take(text.slice(4));
    return this.#answer({});
  }

  /** @param {FakeRequest} request */
  #search(request) {
    this.searches.push(request);
    const beyond = this.beyond[request.query];
    if (beyond) return this.#answer({ beyond });
    const rounds = this.root.queries[request.query] ?? [];
    const wanted = request.limit ? rounds : rounds.slice(0, 1);
    for (const names of wanted) {
      const missing = names.filter((name) => !this.blocks.has(name));
      if (missing.length) return this.#answer({ missing });
    }
    const text = wanted.flat().map((name) => this.blocks.get(name)).join(' ');
    const passages = [{ heading: this.root.build, headingMarks: [], url: `${this.url}#c`, text, marks: [] }];
    const title = { title: request.query, titleMarks: [] };
    const result = { id: 'a/b', url: this.url, ...title, score: 1, partial: false, meta: {}, passages };
    return this.#answer({ total: 1, exact: true, complete: 1, unknown: [], results: request.limit ? [result] : [] });
  }

  /** What the engine sees. */
  exports = {
    memory: this.memory,
    catchword_allocate: (/** @type {number} */ size) => this.#allocate(size),
    catchword_release: () => void --this.allocated,
    catchword_output: () => this.#output.pointer,
    catchword_output_size: () => this.#output.size,
    /** @type {(...numbers: number[]) => number} */
    catchword_open: (name, nameSize, bytes, size) =>
      this.#take(this.#text(name, nameSize), this.#text(bytes, size), (root) => (this.root = JSON.parse(root))),
    /** @type {(...numbers: number[]) => number} */
    catchword_supply: (name, nameSize, bytes, size) => {
      const file = this.#text(name, nameSize);
      return this.#take(file, this.#text(bytes, size), (text) => {
        this.supplied.push(file);
        this.blocks.set(file, text);
      });
    },
    /** @type {(...numbers: number[]) => number} */
    catchword_ask: (request, size) =>
      this.#search(readRequest(new Uint8Array(this.memory.buffer, request, size))),
  };
}

/**
 * Puts fakes in the place of what WebAssembly instantiates, once the real one has compiled the file.
 * @param {import('node:test').TestContext} t  undone at its end
 * @param {Beyond[]} [beyond]  of the modules, in the order in which they come
 * @returns {{ modules: FakeModule[] }} what was made
 */
export function fakeWebAssembly(t, beyond = []) {
  /** @type {{ modules: FakeModule[] }} */
  const made = { modules: [] };
  const real = /** @type {Function} */ (WebAssembly.instantiate);
  t.mock.method(WebAssembly, 'instantiate', async (/** @type {any[]} */ ...values) => {
    const actual = await real.apply(WebAssembly, values);
    if (!values[1]?.host) return actual; // Node's own fetch and the unpacker are made of WebAssembly too
    const module = new FakeModule();
    module.beyond = beyond[made.modules.length] ?? {};
    made.modules.push(module);
    return { instance: { exports: module.exports } };
  });
  return made;
}
