// The interface's words in the page's language. Numbers, dates and lists are the browser's (Intl).

import english from './locales/en.js';
import { kLocales } from './locales/index.js';

/** @typedef {Record<string, string | Record<string, string>>} Locale */
/** @typedef {{ n?: number, words?: string[], query?: string, shown?: number }} Values */

/** @type {Locale} */
const kEnglish = english;

/** Messages, numbers and dates of one language. */
export class Messages {
  /** @param {string} language  a BCP 47 tag; one that is unknown or malformed speaks English */
  constructor(language) {
    const tag = wellFormed(language);
    const [name, locale] = find(tag);
    this.language = name;
    this.locale_ = locale;
    this.region_ = tag.startsWith(name.split('-')[0]) ? tag : name;
  }

  /**
   * @param {string} key
   * @param {Values} [values]
   */
  say(key, values = {}) {
    const message = this.locale_[key] ?? kEnglish[key];
    const text = typeof message === 'string' ? message : this.plural_(message, values);
    return text.replace(/\{(\w+)\}/g, (_, name) => this.value_(values[/** @type {keyof Values} */ (name)]));
  }

  /** @param {number} n */
  number(n) {
    return n.toLocaleString(this.region_);
  }

  /**
   * A year, a month or a day, as exact as it was given: '2002', '2002-10', '2002-10-28'.
   * Anything else is returned as it is.
   * @param {string} text
   */
  date(text) {
    const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T|$)/.exec(text);
    if (!parts) return text;
    const [, year, month, day] = parts;
    const date = new Date(Date.UTC(+year, +(month ?? 1) - 1, +(day ?? 1)));
    return date.toLocaleDateString(this.region_, {
      timeZone: 'UTC',
      year: 'numeric',
      month: month ? 'long' : undefined,
      day: day ? 'numeric' : undefined,
    });
  }

  /**
   * @param {Record<string, string>} forms
   * @param {Values} values
   */
  plural_(forms, { n, words }) {
    const count = n ?? words?.length ?? 0;
    return forms[new Intl.PluralRules(this.language).select(count)] ?? forms.other;
  }

  /** @param {number | string | string[] | undefined} value */
  value_(value) {
    if (typeof value === 'number') return this.number(value);
    if (!Array.isArray(value)) return this.quoted_(value ?? '');
    return new Intl.ListFormat(this.language).format(value.map((word) => this.quoted_(word)));
  }

  // Not by replace(), to which a dollar sign in what the reader typed would mean something.
  /** @param {string} word */
  quoted_(word) {
    const [before, after] = String(this.locale_.quoted ?? kEnglish.quoted).split('{word}');
    return before + word + after;
  }
}

/**
 * @param {string} language
 * @returns {string}
 */
function wellFormed(language) {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/**
 * The nearest language that is here: zh-HK is written as zh-Hant is, de-AT as de.
 * @param {string} tag
 * @returns {[string, Locale]}
 */
function find(tag) {
  const { language, script } = new Intl.Locale(tag).maximize();
  for (const name of [tag, `${language}-${script}`, language]) {
    if (kLocales[name]) return [name, kLocales[name]];
  }
  return ['en', kEnglish];
}
