// The interface's words in the page's language. Numbers, dates and lists are the browser's (Intl).
//
// English is always there; any other language is a part that comes with the first sign of intent. Only the
// word that the empty box shows is known of each from the beginning.

import english from './locales/en.js';

/** @typedef {Record<string, string | Record<string, string>>} Locale */
/** @typedef {{ n?: number, words?: string[], query?: string, word?: string, shown?: number, key?: string }} Values */

/** The word in the box, by language. */
export const kSearch = {
  ar: 'بحث',
  de: 'Suchen',
  es: 'Buscar',
  fr: 'Rechercher',
  hi: 'खोजें',
  ja: '検索',
  ko: '검색',
  pt: 'Pesquisar',
  ru: 'Поиск',
  'zh-hans': '搜索',
  'zh-hant': '搜尋',
};

/** Messages, numbers and dates of one language. */
export class Messages {
  /** @param {string} language  a BCP 47 tag; one that is unknown or malformed speaks English */
  constructor(language) {
    const tag = wellFormed(language);
    this.language = find(tag);
    /** Set by the page's owner: these come before the language's own. @type {Locale} */
    this.own = {};
    /** @type {Locale} */
    this.locale_ = { search: /** @type {Record<string, string>} */ (kSearch)[this.language] };
    this.region_ = tag.startsWith(this.language.split('-')[0]) ? tag : this.language;
    this.isWhole_ = this.language === 'en';
    /** Dear to make, so made once: the dates' by how many of year, month and day there are. @type {Intl.DateTimeFormat[]} */
    this.dates_ = [];
    /** @type {Intl.NumberFormat | undefined} */
    this.numbers_ = undefined;
    /** @type {Intl.PluralRules | undefined} */
    this.plurals_ = undefined;
  }

  /**
   * Brings the language's words, once. English speaks for a language that cannot be had.
   * @param {import('./types.js').LoadPart} load
   */
  async complete(load) {
    if (this.isWhole_) return;
    this.isWhole_ = true;
    const part = await load(this.language).catch(() => null);
    if (part) this.add(part.default);
    else this.isWhole_ = false;
  }

  /** Words that are wanted, too: of a language, or the English ones of a part. @param {Locale} locale */
  add(locale) {
    this.locale_ = { ...locale, ...this.locale_ };
  }

  /**
   * @param {string} key
   * @param {Values} [values]
   * @returns {string}
   */
  say(key, values = {}) {
    const message = this.own[key] ?? this.locale_[key] ?? /** @type {Locale} */ (english)[key] ?? '';
    const text = typeof message === 'string' ? message : this.plural_(message, values);
    return text.replace(/\{(\w+)\}/g, (_, name) => this.value_(name, values[/** @type {keyof Values} */ (name)]));
  }

  /** @param {string} text */
  capital(text) {
    return text.charAt(0).toLocaleUpperCase(this.region_) + text.slice(1);
  }

  /** @param {number} n */
  number(n) {
    return (this.numbers_ ??= new Intl.NumberFormat(this.region_)).format(n);
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
    const format = (this.dates_[parts.filter(Boolean).length] ??= new Intl.DateTimeFormat(this.region_, {
      timeZone: 'UTC',
      year: 'numeric',
      month: month ? 'long' : undefined,
      day: day ? 'numeric' : undefined,
    }));
    return format.format(Date.UTC(+year, +(month ?? 1) - 1, +(day ?? 1)));
  }

  /**
   * @param {Record<string, string>} forms
   * @param {Values} values
   */
  plural_(forms, { n, words }) {
    const count = n ?? words?.length ?? 0;
    this.plurals_ ??= new Intl.PluralRules(this.language);
    return forms[this.plurals_.select(count)] ?? forms.other;
  }

  /**
   * What the reader typed stands in quotation marks.
   * @param {string} name
   * @param {number | string | string[] | undefined} value
   */
  value_(name, value) {
    if (typeof value === 'number') return this.number(value);
    if (name === 'key' || name === 'word') return String(value);
    if (!Array.isArray(value)) return this.quoted_(value ?? '');
    return new Intl.ListFormat(this.language).format(value.map((word) => this.quoted_(word)));
  }

  /** @param {string} word */
  quoted_(word) {
    return this.say('quoted', { word });
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
 */
function find(tag) {
  const { language, script } = new Intl.Locale(tag).maximize();
  const names = [tag, `${language}-${script}`, language].map((name) => (name ?? '').toLowerCase());
  return names.find((name) => name in kSearch) ?? 'en';
}
