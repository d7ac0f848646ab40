// The coder of docs/FORMAT.md and its models: from bytes to bits, symbols, numbers and letters.

/** @typedef {(step: { low: number, high: number, code: number, probability: number, middle: number, bit: number }) => void} WatchBit */

/**
 * An array of `count` things of a kind. @template T @param {number} count @param {() => T} make @returns {T[]}
 */
export const arrayOf = (count, make) => Array.from({ length: count }, make);

export class BitModel {
  probability = 32768;
  seen = 0;

  /** @param {number} bit */
  learn(bit) {
    const target = bit ? 65504 : 32;
    const rate = Math.floor(131072 / (2 * this.seen + 3));
    this.probability += Math.trunc(((target - this.probability) * rate) / 65536);
    this.seen = Math.min(this.seen + 1, 60);
  }
}

export class Decoder {
  low = 0;
  high = 0xffffffff;
  code = 0;
  at = 0;

  /** @param {Uint8Array} bytes @param {WatchBit} [watchBit] */
  constructor(bytes, watchBit = () => {}) {
    this.bytes = bytes;
    this.watchBit = watchBit;
    for (let i = 0; i < 4; ++i) this.#shiftIn();
  }

  /** @param {number} probability of a 1, in 1/65536 */
  #decode(probability) {
    const { low, high, code } = this;
    const middle = low + Math.floor(((high - low) * probability) / 65536);
    const bit = code <= middle ? 1 : 0;
    this.watchBit({ low, high, code, probability, middle, bit });
    if (bit) this.high = middle;
    else this.low = middle + 1;
    this.#shiftInBytes();
    return bit;
  }

  #shiftInBytes() {
    while ((this.low ^ this.high) >>> 24 === 0) {
      this.low = (this.low << 8) >>> 0;
      this.high = ((this.high << 8) | 0xff) >>> 0;
      this.#shiftIn();
    }
  }

  #shiftIn() {
    this.code = ((this.code << 8) | (this.bytes[this.at] ?? 0)) >>> 0;
    if (++this.at > this.bytes.length + 4) throw new Error('the stream ends early');
  }

  /** @param {BitModel} model */
  bit(model) {
    const bit = this.#decode(model.probability);
    model.learn(bit);
    return bit;
  }

  /** @param {number} width */
  raw(width) {
    let value = 0;
    for (; width > 12; width -= 12) value = value * 4096 + this.#decodeRaw(12);
    return width > 0 ? value * 2 ** width + this.#decodeRaw(width) : value;
  }

  /** @param {number} width */
  #decodeRaw(width) {
    const part = Math.floor((this.high - this.low) / 2 ** width);
    let value = 0;
    if (part < 256) {
      while (width-- > 0) value = value * 2 + this.#decode(32768);
      return value;
    }
    value = Math.min(Math.floor((this.code - this.low) / part), 2 ** width - 1);
    this.low += part * value;
    this.high = this.low + part - 1;
    this.#shiftInBytes();
    return value;
  }
}

/** The bit models of a symbol or number model, or of families of these, in their order. @param {any} models @returns {Generator<BitModel>} */
export function* bitModels(models) {
  if (models instanceof BitModel) yield models;
  else if (Array.isArray(models)) for (const model of models) yield* bitModels(model);
  else if (models instanceof SymbolModel) yield* bitModels(models.nodes.slice(1));
  else yield* bitModels([models.more, ...[models.fours, models.leading].map((lists) => lists.map((/** @type {BitModel[]} */ bits) => bits.slice(1)))]);
}

export class SymbolModel {
  /** @param {number} bits */
  constructor(bits) {
    this.bits = bits;
    this.nodes = arrayOf(1 << bits, () => new BitModel());
  }

  /** @param {Decoder} coder */
  decode(coder) {
    let node = 1;
    for (let i = 0; i < this.bits; ++i) node = node * 2 + coder.bit(this.nodes[node]);
    return node - (1 << this.bits);
  }
}

export class NumberModel {
  more = arrayOf(7, () => new BitModel());
  fours = arrayOf(8, () => arrayOf(4, () => new BitModel()));
  leading = arrayOf(32, () => arrayOf(8, () => new BitModel()));

  /** @param {Decoder} coder */
  decode(coder) {
    let fours = 0;
    while (fours < 7 && coder.bit(this.more[fours]) === 1) fours += 1;
    let node = 1;
    for (let i = 0; i < 2; ++i) node = node * 2 + coder.bit(this.fours[fours][node]);
    const length = fours * 4 + node - 4;
    const modelled = Math.min(length, 3);
    let value = 1;
    for (let i = 0; i < modelled; ++i) value = value * 2 + coder.bit(this.leading[length][value]);
    return value * 2 ** (length - modelled) + coder.raw(length - modelled) - 1;
  }
}

/** A text's bytes, each predicted by the two before it. */
export class TextModel {
  none = arrayOf(1 << 8, () => new BitModel());
  one = arrayOf(1 << 16, () => new BitModel());
  two = arrayOf(1 << 14, () => new BitModel());

  /** @param {Decoder} coder @param {Iterable<number>} start @returns {number[]} a string that begins so, to its end */
  string(coder, start) {
    const bytes = [...start];
    while (bytes.length < 1024) {
      const byte = this.decode(coder, bytes);
      if (byte === 0) break;
      bytes.push(byte);
    }
    return bytes;
  }

  /** @param {Decoder} coder @param {number[]} before bytes so far @returns {number} the next byte */
  decode(coder, before) {
    const last = before.at(-1) ?? 0;
    const pair = (before.at(-2) ?? 0) * 256 + last;
    let node = 1;
    for (let i = 0; i < 8; ++i) {
      const hash = (Math.imul(pair, 0x9e3779b1) + Math.imul(node, 0x85ebca6b)) >>> 18;
      const models = [this.two[hash], this.one[last * 256 + node], this.none[node]];
      const model = models.find(({ seen }) => seen > 0) ?? models[2];
      const bit = coder.bit(model);
      for (const other of models) if (other !== model) other.learn(bit);
      node = node * 2 + bit;
    }
    return node - 256;
  }
}
