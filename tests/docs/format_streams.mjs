// The coded structures of docs/FORMAT.md: the document map, term blocks and position blocks.

import { BitModel, Decoder, NumberModel, SymbolModel, TextModel, arrayOf } from './format_models.mjs';
import { kText } from './format_reader.mjs';

/** @typedef {import('./format_reader.mjs').Watch} Watch */
/** @typedef {import('./format_models.mjs').WatchBit} WatchBit */
/** @typedef {{ block: number, slot: number }} Place where a document begins */
/** @typedef {{ document: number, fields: number, impact: number, title: number, best: number }} Posting */
/**
 * @typedef {object} Term
 * @property {string} folded
 * @property {string} form
 * @property {boolean} completion
 * @property {string} stem
 * @property {string[]} kin
 * @property {number} documents
 * @property {Posting[]} postings
 */

/** The number of bits that `n` takes; 0 for 0. @param {number} n */
const bitLength = (n) => 32 - Math.clz32(n);

const kTitle = 1;
const kHeading = 2;
const kBody = 4;

class TermStream {
  #flags = new Map(['differs', 'completion', 'same stem', 'has kin'].map((name) => [name, new BitModel()]));
  #numbers = new Map(
    ['terms', 'shared', 'cut', 'documents', 'listed', 'kin'].map((name) => [name, new NumberModel()]),
  );
  #letters = new TextModel();
  #gaps = arrayOf(24, () => arrayOf(4, () => new NumberModel()));
  #fields = arrayOf(32, () => new SymbolModel(5));
  #impacts = arrayOf(3, () => arrayOf(8, () => new SymbolModel(6)));
  #titleWords = new SymbolModel(3);
  #bestBlocks = new NumberModel();

  /** @param {Uint8Array} payload @param {number} documents @param {Watch} watch @param {WatchBit} [watchBit] */
  constructor(payload, documents, watch, watchBit) {
    this.coder = new Decoder(payload, watchBit);
    this.documents = documents;
    this.watch = watch;
  }

  /** @param {string} name */
  flag(name) {
    const value = this.coder.bit(/** @type {BitModel} */ (this.#flags.get(name)));
    this.watch({ name, value });
    return value === 1;
  }

  /** @param {string} name */
  number(name) {
    const value = /** @type {NumberModel} */ (this.#numbers.get(name)).decode(this.coder);
    this.watch({ name, value });
    return value;
  }

  /** @param {string} name @param {Uint8Array} start @returns {Uint8Array} what it begins with and what is coded */
  letters(name, start) {
    const bytes = [...start];
    while (bytes.length < 1024) {
      const byte = this.#letters.decode(this.coder, bytes);
      if (byte === 0) break;
      bytes.push(byte);
    }
    this.watch({ name, value: kText.decode(Uint8Array.from(bytes.slice(start.length))) });
    return Uint8Array.from(bytes);
  }

  /** @param {number} count @returns {Posting[]} */
  postings(count) {
    const state = { next: 0, gapClass: 0, impact: 16, fields: kBody };
    return arrayOf(count, () => this.#posting(state, count--));
  }

  /**
   * @param {{ next: number, gapClass: number, impact: number, fields: number }} state the least document that may
   *   follow, and what the posting before was like
   * @param {number} left postings that are left, with this one
   * @returns {Posting}
   */
  #posting(state, left) {
    const document = this.#document(state, left);
    const fields = this.#fields[state.fields].decode(this.coder);
    const kind = fields === kBody ? 0 : fields & kTitle ? 1 : 2;
    const impact = this.#impacts[kind][Math.floor(state.impact / 8)].decode(this.coder);
    const title = fields & kTitle ? this.#titleWords.decode(this.coder) + 1 : 0;
    const best = fields & (kBody | kHeading) ? this.#bestBlocks.decode(this.coder) : 0;
    Object.assign(state, { impact, fields });
    const posting = { document, fields, impact, title, best };
    this.watch({ name: 'posting', value: posting });
    return posting;
  }

  /** @param {{ next: number, gapClass: number }} state @param {number} left */
  #document(state, left) {
    const expected = bitLength(Math.floor(Math.max(this.documents - state.next, 1) / left));
    const gap = this.#gaps[Math.min(expected, 23)][state.gapClass].decode(this.coder);
    const length = bitLength(gap);
    state.gapClass = length + 2 < expected ? 1 : length < expected ? 2 : 3;
    const document = state.next + gap;
    if (document >= this.documents) throw new Error('a posting is out of range');
    state.next = document + 1;
    return document;
  }

  /** @param {{ folded: Uint8Array, stem: Uint8Array }} before */
  term(before) {
    const shared = this.number('shared');
    const folded = this.letters('folded form, the rest', before.folded.subarray(0, shared));
    const form = this.flag('differs') ? this.letters('written form', new Uint8Array()) : folded;
    const completion = this.flag('completion');
    const stem = this.flag('same stem') ? before.stem : this.#stem(folded);
    const kin = this.flag('has kin') ? arrayOf(this.number('kin'), () => this.letters('kin', new Uint8Array())) : [];
    const documents = form.length === 0 ? 0 : this.number('documents') + 1;
    const listed = completion ? this.number('listed') : documents;
    return { folded, form, completion, stem, kin, documents, postings: this.postings(listed) };
  }

  /** @param {Uint8Array} folded */
  #stem(folded) {
    const cut = Math.min(this.number('cut'), folded.length);
    return this.letters('stem, the rest', folded.subarray(0, folded.length - cut));
  }
}

/**
 * A chunk of the document map.
 * @param {Uint8Array} payload @param {number} count of documents @returns {Place[]}
 */
export function readDocumentMap(payload, count) {
  const coder = new Decoder(payload);
  const first = new NumberModel();
  const skips = arrayOf(4, () => new NumberModel());
  let skip = 0;
  /** @type {Place[]} */
  const places = [];
  for (let i = 0; i < count; ++i) {
    if (i === 0) {
      places.push({ block: first.decode(coder), slot: first.decode(coder) });
      continue;
    }
    const before = places[i - 1];
    skip = skips[Math.min(skip, 3)].decode(coder);
    places.push({ block: before.block + skip, slot: skip === 0 ? before.slot + 1 : 0 });
  }
  return places;
}

/**
 * @param {Uint8Array} payload @param {number} documents @param {Watch} [watch] @param {WatchBit} [watchBit]
 * @returns {Term[]}
 */
export function readTermBlock(payload, documents, watch = () => {}, watchBit) {
  const stream = new TermStream(payload, documents, watch, watchBit);
  /** @type {{ folded: Uint8Array, stem: Uint8Array }} */
  let before = { folded: new Uint8Array(), stem: new Uint8Array() };
  return arrayOf(stream.number('terms'), () => {
    const term = stream.term(before);
    before = term;
    const [folded, form, stem] = [term.folded, term.form, term.stem].map((bytes) => kText.decode(bytes));
    return { ...term, folded, form, stem, kin: term.kin.map((bytes) => kText.decode(bytes)) };
  });
}

/**
 * @param {Uint8Array} payload @param {Term[]} terms of the term block of the same name @param {Watch} [watch]
 * @returns {Map<Term, number[][]>} for each posting of each term its positions
 */
export function readPositionBlock(payload, terms, watch = () => {}) {
  const coder = new Decoder(payload);
  const counts = arrayOf(8, () => new NumberModel());
  const blocks = arrayOf(8, () => new NumberModel());
  const gaps = arrayOf(8, () => arrayOf(16, () => new NumberModel()));
  let lastCount = 1;

  function positions() {
    const count = counts[Math.min(lastCount, 7)].decode(coder);
    lastCount = count;
    const many = Math.min(bitLength(count), 7);
    const state = { block: 0, place: 0, length: 0 };
    return arrayOf(count, () => position(state, many));
  }

  /** @param {{ block: number, place: number, length: number }} state @param {number} many */
  function position(state, many) {
    const skipped = blocks[many].decode(coder);
    if (skipped > 0) Object.assign(state, { block: state.block + skipped, place: 0, length: 0 });
    const gap = gaps[many][Math.floor(state.length / 2)].decode(coder);
    const found = state.block * 65536 + state.place + gap;
    state.length = Math.min(bitLength(gap) + 2, 31);
    state.block = Math.floor((found + 1) / 65536);
    state.place = (found + 1) % 65536;
    return found;
  }

  const lists = new Map();
  for (const term of terms.filter(({ completion }) => !completion)) {
    lists.set(term, term.postings.map(positions));
    watch({ name: term.form, value: lists.get(term) });
  }
  return lists;
}
