// What a reader does with the element of a page, and sees of it, in any of the three browsers.
import { until } from '../web/support/browsers.js';

const ELEMENT = "document.querySelector('catchword-search')";
const SHADOW = `${ELEMENT}.shadowRoot`;

export class Reader {
  /** @param {import('../web/support/browsers.js').Browser} browser */
  constructor(browser) {
    this.browser = browser;
  }

  /** Opens a page, and waits for its element. @param {string} address */
  async visit(address) {
    await this.browser.goto(address);
    await this.until("!!customElements.get('catchword-search')");
  }

  /** Types a query in the place of what the box holds. @param {string} query */
  async type(query) {
    await this.run(`(${ELEMENT}.focus(), ${SHADOW}.querySelector('input').select())`);
    await this.browser.type(query);
  }

  /** And waits for its answer. @param {string} query */
  async search(query) {
    await this.type(query);
    await this.answered({ query });
  }

  /**
   * Waits until the answer on show is the one to this, and nothing is under way.
   * @param {{ query?: string, filters?: object, sort?: string }} wanted
   */
  async answered(wanted) {
    const given = Object.keys(wanted).map((key) => `${key}: ${ELEMENT}.answer?.request.${key}`);
    const isThis = `JSON.stringify({ ${given} }) === ${JSON.stringify(JSON.stringify(wanted))}`;
    await this.until(`${isThis} && !${ELEMENT}.hasAttribute('busy')`);
  }

  /** The parts that are on show. @param {string} part @param {string} [read]  what is wanted of each, as `node` */
  see(part, read = 'node.innerText.trim()') {
    return this.run(`[...${SHADOW}.querySelectorAll('[part~="${part}"]')].filter((node) => node.getClientRects().length).map((node) => ${read})`);
  }

  /** Waits until a part is on show, and gives what it says. @param {string} part @returns {Promise<string[]>} */
  async seen(part) {
    await until(async () => (await this.see(part)).length > 0);
    return this.see(part);
  }

  /** Clicks a part as soon as it is there, the first or the one whose text begins so. @param {string} part @param {string} [text] */
  async click(part, text = '') {
    const found = `[...${SHADOW}.querySelectorAll('[part~="${part}"]')].find((node) => node.innerText.trim().startsWith(${JSON.stringify(text)}))`;
    await this.until(`!!${found}?.getClientRects().length`);
    await this.run(`${found}.click()`);
  }

  /** @param {string} part @param {number} [place] */
  focus(part, place = 0) {
    return this.run(`${SHADOW}.querySelectorAll('[part~="${part}"]')[${place}].focus()`);
  }

  /** What pages with watch.js have complained of. @returns {Promise<string[]>} */
  complaints() {
    return this.run('globalThis.complaints');
  }

  /** @param {string} expression */
  run(expression) {
    return this.browser.run(expression);
  }

  /** Waits until an expression is true in the page. @param {string} expression */
  async until(expression) {
    try {
      await until(() => this.run(expression));
    } catch (cause) {
      const state = `JSON.stringify({ url: location.href, request: ${ELEMENT}?.request, error: ${ELEMENT}?.shadowRoot.querySelector('[part=error]')?.innerText, complaints: globalThis.complaints })`;
      throw new Error(`${expression} is not so: ${await this.run(state).catch(String)}`, { cause });
    }
  }
}
