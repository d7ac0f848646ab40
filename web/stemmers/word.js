// The word that a Snowball algorithm works on: its characters, a cursor, and the primitives of the language
// (https://snowballstem.org/compiler/snowman.html). What translate.py makes of an algorithm calls them under their
// Snowball names. Names that end in _ are shortened by the build.

/**
 * Endings or beginnings, each with what it is answered by and the condition under which it counts; `sizes_` are the
 * numbers of characters that they have, the longest first.
 * @typedef {{ sizes_: number[], entries_: Map<string, { result_: number, condition_?: (word: Word) => boolean }> }} Among
 */

/**
 * @param {...[words: string, result: number, condition?: (word: Word) => boolean]} rows  words parted by spaces
 * @returns {Among}
 */
export function among(...rows) {
  const entries_ = new Map();
  for (const [words, result_, condition_] of rows) {
    for (const word of words.split(' ')) entries_.set(word, { result_, condition_ });
  }
  const sizes = new Set([...entries_.keys()].map((word) => [...word].length));
  return { sizes_: [...sizes].sort((a, b) => b - a), entries_ };
}

/** Backward primitives (`_b`) look to the left of the cursor and move it there. */
export class Word {
  /** @param {string} form */
  constructor(form) {
    this.text_ = [...form]; // characters, so that a cursor never stands within one
    this.cursor_ = 0;
    this.limit_ = this.text_.length;
    this.limit_backward_ = 0;
    this.bra_ = 0;
    this.ket_ = this.limit_;
  }

  toString() {
    return this.text_.join('');
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  between_(from, to) {
    return this.text_.slice(from, to).join('');
  }

  // Groupings: strings of the characters that belong to them.

  /** @param {string} grouping */
  in_grouping_(grouping) {
    const found = this.cursor_ < this.limit_ && grouping.includes(this.text_[this.cursor_]);
    if (found) ++this.cursor_;
    return found;
  }

  /** @param {string} grouping */
  in_grouping_b_(grouping) {
    const found = this.cursor_ > this.limit_backward_ && grouping.includes(this.text_[this.cursor_ - 1]);
    if (found) --this.cursor_;
    return found;
  }

  /** @param {string} grouping */
  out_grouping_(grouping) {
    const found = this.cursor_ < this.limit_ && !grouping.includes(this.text_[this.cursor_]);
    if (found) ++this.cursor_;
    return found;
  }

  /** @param {string} grouping */
  out_grouping_b_(grouping) {
    const found = this.cursor_ > this.limit_backward_ && !grouping.includes(this.text_[this.cursor_ - 1]);
    if (found) --this.cursor_;
    return found;
  }

  // The go_ forms move over as many as there are; false when that is the whole rest.

  /** @param {string} grouping */
  go_in_grouping_(grouping) {
    while (this.in_grouping_(grouping));
    return this.cursor_ < this.limit_;
  }

  /** @param {string} grouping */
  go_in_grouping_b_(grouping) {
    while (this.in_grouping_b_(grouping));
    return this.cursor_ > this.limit_backward_;
  }

  /** @param {string} grouping */
  go_out_grouping_(grouping) {
    while (this.out_grouping_(grouping));
    return this.cursor_ < this.limit_;
  }

  /** @param {string} grouping */
  go_out_grouping_b_(grouping) {
    while (this.out_grouping_b_(grouping));
    return this.cursor_ > this.limit_backward_;
  }

  /** @param {string} text */
  eq_s_(text) {
    let at = this.cursor_;
    for (const character of text) {
      if (at === this.limit_ || this.text_[at++] !== character) return false;
    }
    this.cursor_ = at;
    return true;
  }

  /** @param {string} text */
  eq_s_b_(text) {
    let at = this.cursor_;
    for (const character of [...text].reverse()) {
      if (at === this.limit_backward_ || this.text_[--at] !== character) return false;
    }
    this.cursor_ = at;
    return true;
  }

  // The longest entry that stands here and whose condition holds; 0 when there is none.

  /** @param {Among} table */
  find_among_(table) {
    const from = this.cursor_;
    return this.longest_(table, this.limit_ - from, (size) => [from, from + size, from + size]);
  }

  /** @param {Among} table */
  find_among_b_(table) {
    const to = this.cursor_;
    return this.longest_(table, to - this.limit_backward_, (size) => [to - size, to, to - size]);
  }

  /**
   * @param {Among} table
   * @param {number} room  characters at most
   * @param {(size: number) => number[]} place  of an entry: where it begins and ends, and the cursor behind it
   */
  longest_(table, room, place) {
    for (const size of table.sizes_) {
      if (size > room) continue;
      const [from, to, cursor] = place(size);
      const entry = table.entries_.get(this.between_(from, to));
      if (!entry) continue;
      this.cursor_ = cursor;
      const holds = !entry.condition_ || entry.condition_(this);
      this.cursor_ = cursor;
      if (holds) return entry.result_;
    }
    return 0;
  }

  // Changes.

  /**
   * @param {number} from
   * @param {number} to
   * @param {string} text
   */
  replace_(from, to, text) {
    const characters = [...text];
    const growth = characters.length - (to - from);
    this.text_.splice(from, to - from, ...characters);
    this.limit_ += growth;
    if (this.cursor_ >= to) this.cursor_ += growth;
    else if (this.cursor_ > from) this.cursor_ = from;
    return growth;
  }

  slice_check_() {
    return this.bra_ >= 0 && this.bra_ <= this.ket_ && this.ket_ <= this.limit_;
  }

  /** @param {string} text */
  slice_from_(text) {
    if (!this.slice_check_()) return false;
    this.replace_(this.bra_, this.ket_, text);
    return true;
  }

  slice_del_() {
    return this.slice_from_('');
  }

  slice_to_() {
    return this.slice_check_() ? this.between_(this.bra_, this.ket_) : '';
  }

  /**
   * @param {number} from
   * @param {number} to
   * @param {string} text
   */
  insert_(from, to, text) {
    const growth = this.replace_(from, to, text);
    if (from <= this.bra_) this.bra_ += growth;
    if (from <= this.ket_) this.ket_ += growth;
  }
}
