// The part `passages`: all passages of a page in the place of the few that came with it, for the reader who asks for them.

import { optionsOf } from './request.js';
import { passageViews } from './result-view.js';

/**
 * @param {import('./search-controller.js').SearchController} controller
 * @param {HTMLElement} list  of the options
 * @param {number} position  of the page among the results
 * @returns {Promise<HTMLElement | null>} the first option that is new; null when another answer has come meanwhile
 */
export async function expand(controller, list, position) {
  const { answer } = controller.state;
  const result = answer?.results[position];
  const search = await controller.opened();
  if (!answer || !result) return null;
  const options = { ...optionsOf(answer.request), offset: position, limit: 1, passages: result.passageCount };
  const { results } = await search.search(answer.query, options);
  if (controller.state.answer !== answer || results[0]?.id !== result.id) return null;
  result.passages = results[0].passages;
  result.passageCount = result.passages.length;
  return draw(result, list, position);
}

/**
 * @param {import('./types.js').Result} result
 * @param {HTMLElement} list
 * @param {number} position
 */
function draw(result, list, position) {
  const own = list.querySelectorAll(`[data-result="${position}"]`);
  const known = [...own].filter((option) => !option.hasAttribute('data-all'));
  const views = passageViews(result.passages, position);
  own[own.length - 1].replaceWith(...views.slice(known.length - 1));
  return views[known.length - 1] ?? null;
}
