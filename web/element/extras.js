// What only some readers or pages need, each a script of its own that is loaded when it is: the filters after the first
// results, help where there are none, the owner's template before them, recent searches when the page asks for them.

/** @typedef {import('./types.js').Found} Found */

/**
 * @param {() => Promise<void>} make
 * @returns {() => Promise<void>} the same attempt for all who wait, made again after one that failed; never rejects
 */
export function once(make) {
  /** @type {Promise<void> | undefined} */
  let made;
  return () => (made ??= make().catch(() => void (made = undefined)));
}

export class Extras {
  /**
   * @param {object} box
   * @param {HTMLElement} box.host
   * @param {ShadowRoot} box.root
   * @param {import('./panel-view.js').PanelView} box.panel
   * @param {import('./messages.js').Messages} box.messages
   * @param {import('./types.js').LoadPart} box.load
   * @param {(change: Partial<import('./types.js').Request>) => void} box.ask
   * @param {(prefix: string) => Promise<{ text: string }[]>} box.suggest
   */
  constructor(box) {
    this.box_ = box;
    /** @type {Promise<any> | null} null: not asked for yet */
    this.filters_ = null;
    this.loadHelp_ = once(async () => {
      const { Help } = await box.load('help');
      box.panel.help = new Help(box);
    });
    /** @type {any} */
    this.recent_ = null;
  }

  /** What the first results are drawn with. */
  early() {
    const { host, panel, messages, load } = this.box_;
    const own = host.querySelector('template');
    return Promise.allSettled([
      own && load('template').then(({ resultTemplate }) => (panel.results.template = resultTemplate(own, messages))),
      host.hasAttribute('recent') && load('recent').then(({ Recent }) => (this.recent_ = new Recent(this.box_))),
    ]);
  }

  /** For another bundle, which has other keys. */
  reset() {
    this.filters_?.then((filters) => filters?.remove(), () => {});
    this.filters_ = null;
  }

  /**
   * The box holds `query`, and the reader is in it.
   * @param {string} query
   * @returns {boolean} whether what is on show has changed
   */
  entered(query) {
    return this.recent_?.show(query) ?? false;
  }

  /** `query` was what the reader looked for. @param {string} query */
  meant(query) {
    this.recent_?.keep(query);
  }

  /**
   * What an answer is explained with, if it needs to be. Without that it is shown all the same.
   * @param {import('./types.js').Answer} answer
   */
  async prepare({ results, interpretation, unknown }) {
    if (results.length === 0 || interpretation?.corrections.length || unknown?.length) await this.loadHelp_();
  }

  /**
   * Filters and order for an answer that is on show already. Without them the search goes on.
   * @param {import('./search-controller.js').SearchController} controller
   * @param {Found} answer
   */
  async answered(controller, answer) {
    const loading = (this.filters_ ??= this.loadFilters_(controller));
    try {
      const filters = await loading;
      if (this.filters_ === loading) filters?.update(answer);
    } catch {
      if (this.filters_ === loading) this.filters_ = null;
    }
  }

  /** @param {import('./search-controller.js').SearchController} controller */
  async loadFilters_(controller) {
    const search = await controller.opened();
    const { keys } = (await search.describe?.()) ?? { keys: [] };
    if (this.box_.host.hasAttribute('no-filters') || !keys.some(({ facet, sort }) => facet || sort)) return null;
    const { Filters } = await this.box_.load('filters');
    return new Filters({ ...this.box_, search, keys });
  }
}
