// What the page is told: catchword-search, -results, -noresults, -select, -error.

/**
 * @param {HTMLElement} host
 * @param {'search' | 'results' | 'noresults' | 'select' | 'error'} name
 * @param {object} detail
 * @returns {boolean} false when the page prevented what would follow, which it may for `select` alone
 */
export function tell(host, name, detail) {
  const init = { detail, bubbles: true, composed: true, cancelable: name === 'select' };
  return host.dispatchEvent(new CustomEvent(`catchword-${name}`, init));
}
