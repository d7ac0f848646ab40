// The part `recent`: what was searched on this device, kept on it and nowhere else, and offered in the empty box.

import { element, textButton } from './dom.js';

const kMost = 8;

/** What every other language says in its own file. */
export const kEnglish = { recent: 'Recent searches', forget: 'Forget them' };

/** The queries that are kept, the last one first. A browser that keeps nothing has none. */
export class RecentQueries {
  /** @param {string} name  tells the searches of one site's bundles apart */
  constructor(name) {
    this.name_ = `catchword:${name}`;
  }

  /** @returns {string[]} */
  get all() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.name_) ?? '[]');
      return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string').slice(0, kMost) : [];
    } catch {
      return [];
    }
  }

  /** @param {string} query */
  keep(query) {
    const others = this.all.filter((other) => other !== query);
    this.write_([query, ...others].slice(0, kMost));
  }

  forget() {
    this.write_([]);
  }

  /** @param {string[]} queries */
  write_(queries) {
    try {
      localStorage.setItem(this.name_, JSON.stringify(queries));
    } catch {
      // Storage is full or forbidden: nothing is kept.
    }
  }
}

export class Recent {
  /**
   * @param {object} box
   * @param {HTMLElement} box.host
   * @param {import('./panel-view.js').PanelView} box.panel
   * @param {import('./messages.js').Messages} box.messages
   */
  constructor({ host, panel, messages }) {
    this.host_ = host;
    this.panel_ = panel;
    this.messages_ = messages;
    messages.add(kEnglish);
    this.queries_ = new RecentQueries(new URL(host.getAttribute('base') ?? '', document.baseURI).pathname);
  }

  /** @param {string} query */
  keep(query) {
    const words = query.trim();
    if (words !== '') this.queries_.keep(words);
  }

  /**
   * In an empty box, what was searched before; else nothing.
   * @param {string} query
   * @returns {boolean} whether what is on show has changed
   */
  show(query) {
    const queries = query.trim() === '' ? this.queries_.all : [];
    if (queries.length === 0) return this.panel_.offer(null, []);
    const forget = textButton('forget', this.messages_.say('forget'));
    forget.addEventListener('click', () => this.forget_());
    const title = element('p', { class: 'summary' }, this.messages_.say('recent'));
    const options = queries.map((text, i) => this.option_(text, i));
    return this.panel_.offer(element('div', { class: 'head' }, title, forget), options);
  }

  forget_() {
    this.queries_.forget();
    this.panel_.offer(null, []);
    this.host_.focus();
  }

  /**
   * @param {string} text
   * @param {number} i
   */
  option_(text, i) {
    const attributes = { id: `recent-${i}`, class: 'result recent', part: 'recent', role: 'option', 'aria-selected': 'false', 'data-query': text };
    return element('div', attributes, element('span', { dir: 'auto' }, text));
  }
}

