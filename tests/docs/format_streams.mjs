// The coded structures of docs/FORMAT.md: the document map, term blocks, position blocks, spelling
// blocks and texts.

import { readFileSync } from 'node:fs';

import { BitModel, Decoder, NumberModel, SymbolModel, TextModel, arrayOf, bitModels } from './format_models.mjs';
import { kText } from './format_reader.mjs';

/** @typedef {import('./format_reader.mjs').Watch} Watch */
/** @typedef {import('./format_models.mjs').WatchBit} WatchBit */
/** @typedef {{ block: number, slot: number }} Place where a document begins */
/** @typedef {{ first: number, begin: number, sizes: number[] }} Extents of text blocks from `first` on, which has `begin` bytes before it in its file */
/** @typedef {{ document: number, fields: number, impact: number, title: number, place: number, best: number }} Posting */
/**
 * @typedef {object} Term
 * @property {string} folded
 * @property {string} form
 * @property {boolean} completion
 * @property {string} stem
 * @property {string[]} kin
 * @property {string[]} aliases
 * @property {string[]} likelier
 * @property {number} documents
 * @property {Posting[]} postings
 */

/** The number of bits that `n` takes; 0 for 0. @param {number} n */
const bitLength = (n) => 32 - Math.clz32(n);

const kTitle = 1;
const kHeading = 2;
const kBody = 4;
const kLinkText = 8;
const kMetadata = 16;

class TermStream {
  #flags = new Map(['differs', 'completion', 'same stem', 'has kin', 'has aliases', 'has likelier'].map((name) => [name, new BitModel()]));
  #numbers = new Map(
    ['terms', 'shared', 'cut', 'documents', 'listed', 'kin', 'aliases', 'likelier'].map((name) => [name, new NumberModel()]),
  );
  #letters = new TextModel();
  #gaps = arrayOf(24, () => arrayOf(4, () => new NumberModel()));
  #fields = arrayOf(32, () => new SymbolModel(5));
  #impacts = arrayOf(3, () => arrayOf(8, () => new SymbolModel(6)));
  #impactsAgain = arrayOf(3, () => arrayOf(64, () => new SymbolModel(6)));
  /** @type {Map<number, number>} */
  #leastImpacts = new Map();
  /** @type {Map<number, number>} */
  #farthest = new Map();
  #titleWords = new SymbolModel(3);
  #titlePlaces = arrayOf(8, () => new SymbolModel(3));
  #bestBlocks = arrayOf(18, () => new NumberModel());

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
    const bytes = this.#letters.string(this.coder, start);
    this.watch({ name, value: kCutText.decode(Uint8Array.from(bytes.slice(start.length))) });
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
    const known = this.#leastImpacts.get(document);
    const model =
      known === undefined ? this.#impacts[kind][Math.floor(state.impact / 8)] : this.#impactsAgain[kind][known];
    const impact = model.decode(this.coder);
    this.#leastImpacts.set(document, Math.min(impact, known ?? impact));
    const title = fields & kTitle ? this.#titleWords.decode(this.coder) + 1 : 0;
    const place = title > 0 ? this.#titlePlaces[title - 1].decode(this.coder) : 0;
    const best = fields & (kBody | kHeading) ? this.#bestBlock(document) : 0;
    Object.assign(state, { impact, fields });
    const posting = { document, fields, impact, title, place, best };
    this.watch({ name: 'posting', value: posting });
    return posting;
  }

  /** @param {number} document */
  #bestBlock(document) {
    const farthest = this.#farthest.get(document);
    const model = this.#bestBlocks[farthest === undefined ? 0 : 1 + bitLength(farthest)];
    const best = model.decode(this.coder);
    this.#farthest.set(document, Math.max(farthest ?? 0, best));
    return best;
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
    const kin = this.#strings('kin');
    const isWord = form.length > 0;
    const aliases = isWord ? this.#strings('aliases') : [];
    const likelier = isWord ? this.#strings('likelier') : [];
    const documents = isWord ? this.number('documents') + 1 : 0;
    const listed = completion ? this.number('listed') : documents;
    return { folded, form, completion, stem, kin, aliases, likelier, documents, postings: this.postings(listed) };
  }

  /** @param {'kin' | 'aliases' | 'likelier'} name */
  #strings(name) {
    if (!this.flag(`has ${name}`)) return [];
    return arrayOf(this.number(name), () => this.letters(name, new Uint8Array()));
  }

  /** @param {Uint8Array} folded */
  #stem(folded) {
    const cut = Math.min(this.number('cut'), folded.length);
    return this.letters('stem, the rest', folded.subarray(0, folded.length - cut));
  }
}

/** Of a separator, which may end within a character. */
const kCutText = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The separators of a block table.
 * @param {Uint8Array} payload @param {number} blocks @returns {string[]}
 */
export function readSeparators(payload, blocks) {
  const coder = new Decoder(payload);
  const shared = new NumberModel();
  const letters = new TextModel();
  /** @type {number[]} */
  let separator = [];
  const separators = [];
  for (let i = 0; i < blocks; ++i) {
    if (i > 0) separator = letters.string(coder, separator.slice(0, shared.decode(coder)));
    separators.push(kCutText.decode(Uint8Array.from(separator)));
  }
  return separators;
}

/**
 * A chunk of the document map, or another map.
 * @param {Uint8Array} payload @param {number} count of documents @param {number} begin from where its blocks count
 * @returns {Place[]}
 */
export function readDocumentMap(payload, count, begin = 0) {
  const coder = new Decoder(payload);
  const first = new NumberModel();
  const skips = arrayOf(2, () => new NumberModel());
  let skip = 0;
  /** @type {Place[]} */
  const places = [];
  for (let i = 0; i < count; ++i) {
    if (i === 0) {
      places.push({ block: begin + first.decode(coder), slot: first.decode(coder) });
      continue;
    }
    const before = places[i - 1];
    skip = skips[skip === 0 ? 0 : 1].decode(coder);
    places.push({ block: before.block + skip, slot: skip === 0 ? before.slot + 1 : 0 });
  }
  return places;
}

/** @param {Uint8Array} payload @param {number} first its first text block @returns {Extents} */
export function readExtents(payload, first) {
  const coder = new Decoder(payload);
  const numbers = new NumberModel();
  const sizes = new NumberModel();
  const begin = numbers.decode(coder);
  return { first, begin, sizes: arrayOf(numbers.decode(coder), () => sizes.decode(coder)) };
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
    const [kin, aliases, likelier] = [term.kin, term.aliases, term.likelier].map((strings) => strings.map((bytes) => kText.decode(bytes)));
    return { ...term, folded, form, stem, kin, aliases, likelier };
  });
}

/** @typedef {{ probability: number, seen: number } | undefined} Known of a bit model */

/** What the prior says of each bit model of position blocks. @returns {Known[]} */
function readPrior() {
  const hexadecimal = readFileSync(new URL('../../core/index/position_prior.inc', import.meta.url), 'utf8');
  const coder = new Decoder(Uint8Array.from(hexadecimal.match(/0x../g) ?? [], Number));
  const known = arrayOf(4, () => new BitModel());
  const levels = new SymbolModel(5);
  let recent = 0;
  return [...bitModels(Object.values(newPositionModels()))].map(() => {
    const told = coder.bit(known[recent]);
    recent = (2 * recent + told) % 4;
    if (!told) return undefined;
    const level = levels.decode(coder);
    const q = (4 - (level % 2)) * 2 ** (13 - Math.floor((level % 16) / 2));
    return { probability: level < 16 ? q : 65536 - q, seen: 16 };
  });
}

/** @type {Known[] | undefined} */
let kPrior;

/** The models of position blocks, as they are at first. */
function positionModels() {
  kPrior ??= readPrior();
  const models = newPositionModels();
  let i = 0;
  for (const model of bitModels(Object.values(models))) Object.assign(model, kPrior[i++]);
  return models;
}

function newPositionModels() {
  return {
    counts: arrayOf(3, () => new NumberModel()),
    inBestBlock: new BitModel(),
    blocks: arrayOf(8, () => arrayOf(5, () => new NumberModel())),
    lines: arrayOf(16, () => arrayOf(8, () => new NumberModel())),
    words: arrayOf(11, () => new SymbolModel(6)),
    inTitle: arrayOf(8, () => new BitModel()),
    gaps: arrayOf(8, () => arrayOf(8, () => new NumberModel())),
  };
}

/**
 * @param {Uint8Array} payload @param {Term[]} terms of its term block
 * @param {{ first: number, last: number }} run of the term block's postings, which it has
 * @param {Watch} [watch]
 * @returns {Map<Term, number[][]>} for each of these postings of each term its positions
 */
export function readPositionBlock(payload, terms, { first, last }, watch = () => {}) {
  const coder = new Decoder(payload);
  const { counts, inBestBlock, blocks, lines, words, inTitle, gaps } = positionModels();

  /** @param {Posting} posting */
  function positions({ fields, best, place }) {
    const count = counts[fields === kBody ? 0 : fields & kLinkText ? 2 : 1].decode(coder);
    const alone = count === 1 && (fields & (kTitle | kMetadata)) === 0 && (fields & (kBody | kHeading)) !== 0;
    const kind = fields === kBody ? 0 : fields & kTitle ? 1 : fields & kHeading ? 2 : 3;
    const state = { first: true, kind, block: 0, line: 0, word: 0, distance: 0, gap: 0 };
    let left = count;
    /** @type {number[]} */
    const told = [];
    if (count > 0 && place >= 1 && place <= 6 && coder.bit(inTitle[place])) {
      Object.assign(state, { first: false, word: place - 1, distance: 11 });
      told.push(place - 1);
      left -= 1;
    }
    return [...told, ...arrayOf(left, () => position(state, Math.min(bitLength(left--), 7), alone, best))];
  }

  /**
   * @param {{ first: boolean, kind: number, block: number, line: number, word: number, distance: number, gap: number }} state the
   *   position before
   * @param {number} left @param {boolean} alone @param {number} best
   */
  function position(state, left, alone, best) {
    const block = alone && coder.bit(inBestBlock) ? best : state.block + skipped(state, left, best);
    const same = !state.first && block === state.block;
    const distance = lines[same ? 1 + state.distance : state.first && state.kind ? 12 + state.kind : 0][left].decode(coder);
    const line = (same ? state.line : 0) + distance;
    let word;
    if (same && distance === 0) {
      const gap = gaps[state.gap][left].decode(coder);
      word = state.word + 1 + gap;
      state.gap = Math.min(bitLength(gap), 7);
    } else {
      word = words[same ? Math.min(bitLength(distance), 6) : state.first ? 7 + state.kind : 0].decode(coder);
      state.gap = 0;
    }
    if (block >= 1 << 14 || line >= 1 << 12 || word >= 1 << 6) throw new Error('a position is out of range');
    Object.assign(state, { first: false, block, line, word, distance: same ? Math.min(bitLength(distance), 9) + 1 : 0 });
    return (block * 4096 + line) * 64 + word;
  }

  /** @param {{ first: boolean, block: number }} state @param {number} left @param {number} best */
  function skipped({ first, block }, left, best) {
    const next = block < best ? 2 : block === best ? 3 : 4;
    return blocks[left][first ? Math.min(best, 1) : next].decode(coder);
  }

  const lists = new Map();
  let ordinal = 0;
  for (const term of terms) {
    const own = term.postings.filter((_, i) => ordinal + i >= first && ordinal + i < last);
    ordinal += term.postings.length;
    if (term.completion) continue;
    lists.set(term, own.map(positions));
    watch({ name: term.form, value: lists.get(term) });
  }
  return lists;
}

/** The code of texts, with what has been learnt of those before. */
export class TextCode {
  /** @type {number[]} */
  text = [];
  #match = arrayOf(4, () => new BitModel());
  #again = arrayOf(4, () => new BitModel());
  #lengths = arrayOf(2, () => new NumberModel());
  #distances = arrayOf(4, () => new NumberModel());
  #none = arrayOf(256, () => new BitModel());
  #known = arrayOf(256 * 256, () => new BitModel());
  #recent = 0;
  #lastDistance = 0;

  /** Appends what `payload` is the code of. @param {Uint8Array} payload @returns {Uint8Array} that alone */
  decode(payload) {
    const coder = new Decoder(payload);
    const begin = this.text.length;
    const end = begin + new NumberModel().decode(coder);
    while (this.text.length < end) {
      const match = coder.bit(this.#match[this.#recent]);
      this.#recent = (this.#recent * 2 + match) % 4;
      if (match) this.#copy(coder);
      else this.text.push(this.#byte(coder));
    }
    if (this.text.length > end) throw new Error('a match goes beyond the end');
    return Uint8Array.from(this.text.slice(begin));
  }

  /** @param {Decoder} coder */
  #byte(coder) {
    const last = this.text.at(-1) ?? 0;
    let node = 1;
    for (let i = 0; i < 8; ++i) {
      const known = this.#known[last * 256 + node];
      const isNew = known.seen === 0;
      const bit = coder.bit(isNew ? this.#none[node] : known);
      if (isNew) known.learn(bit);
      node = node * 2 + bit;
    }
    return node - 256;
  }

  /** @param {Decoder} coder */
  #copy(coder) {
    const again = coder.bit(this.#again[this.#recent]);
    const coded = this.#lengths[again].decode(coder);
    if (!again) this.#lastDistance = this.#distances[Math.min(coded, 3)].decode(coder) + 1;
    const from = this.text.length - this.#lastDistance;
    if (this.#lastDistance === 0 || from < 0) throw new Error('a match begins nowhere');
    for (let i = 0; i < coded + (again ? 2 : 3); ++i) this.text.push(this.text[from + i]);
  }
}

/** What a key's characters are put together to. @type {Record<string, (key: string[]) => string>} */
const kWordOfKey = {
  forward: (key) => key.join(''),
  reversed: (key) => key.reverse().join(''),
  middle: (key) => {
    const before = Math.floor((key.length + 1) / 3);
    return [...key.slice(key.length - before), ...key.slice(0, key.length - before)].join('');
  },
  common: (key) => key.join(''),
};

/** Characters that read alike. @param {Uint8Array} payload @returns {string[]} */
export function readHomophones(payload) {
  const coder = new Decoder(payload);
  const [sizes, firsts, gaps] = arrayOf(3, () => new NumberModel());
  let first = 0;
  return arrayOf(sizes.decode(coder), () => {
    const size = sizes.decode(coder) + 2;
    first += firsts.decode(coder);
    const characters = [first];
    while (characters.length < size) characters.push(characters[characters.length - 1] + gaps.decode(coder));
    return String.fromCodePoint(...characters);
  });
}

/** @typedef {{ key: string, word: string, form: string, title: boolean, documents: number }} SpelledWord */

/**
 * @param {Uint8Array} payload @param {string} order @param {Watch} [watch]
 * @returns {SpelledWord[]}
 */
export function readSpellingBlock(payload, order, watch = () => {}) {
  const coder = new Decoder(payload);
  const [words, shared, count] = arrayOf(3, () => new NumberModel());
  const [differs, title] = arrayOf(2, () => new BitModel());
  const text = new TextModel();
  let before = new Uint8Array();

  /** @param {Uint8Array} start */
  const letters = (start) => Uint8Array.from(text.string(coder, start));

  function documents() {
    const value = count.decode(coder);
    return order === 'forward' || order === 'common' ? value + 1 : 2 ** value;
  }

  return arrayOf(words.decode(coder), () => {
    before = letters(before.subarray(0, shared.decode(coder)));
    const key = kText.decode(before);
    const word = kWordOfKey[order]([...key]);
    const form = coder.bit(differs) ? kText.decode(letters(new Uint8Array())) : word;
    const found = { key, word, form, title: coder.bit(title) === 1, documents: documents() };
    watch({ name: 'word', value: found });
    return found;
  });
}
