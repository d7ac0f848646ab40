// The part `passages`: all passages of a page in the place of the few that came with it, for the reader who asks for them.

import { optionsOf } from './request.js';
import { passageViews } from './result-view.js';

/**
 * @param {import('./search-controller.js').SearchController} controller
 * @param {HTMLElement} list  of the options
 * @param {number} position  of the page among the results
 * @returns {Promise<HTMLElement | null>} the first option that is new; null when another answer has come meanwhile, or
 *   the passages have
 */
export async function expand(controller, list, position) {
  const { answer } = controller.state;
  const result = answer?.results[position];
  const search = await controller.opened();
  if (!answer || !result) return null;
  const options = { ...optionsOf(answer.request), offset: position, limit: 1, passages: result.passageCount };
  const { results } = await search.search(answer.query, options);
  const place = list.querySelector(`#result-${position}-all`);
  if (!place || controller.state.answer?.results[position] !== result || results[0]?.id !== result.id) return null;
  const known = list.querySelectorAll(`[data-result="${position}"]`).length - 1;
  result.passages = results[0].passages;
  result.passageCount = result.passages.length;
  const views = passageViews(result.passages, position).slice(known - 1);
  place.replaceWith(...views);
  return views[0] ?? null;
}
