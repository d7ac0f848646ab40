// Measures of a ranking against judgments: the conventions of `catchword eval`.

/** @typedef {import('./data.mjs').Judgments} Judgments */
/** @typedef {Map<string, string[]>} Run query id -> document ids, best first */
/** @typedef {{ queries: number, ndcg10: number, mrr10: number, s1: number, r100: number, found5: number, mrr5: number }} Scores */

/** @param {Map<string, number>} grades @returns {Map<string, number>} those above 0 */
function relevantOnes(grades) {
  return new Map([...grades].filter(([, grade]) => grade > 0));
}

/** @param {number[]} gains in rank order @returns {number} with linear gain and a log2 discount */
function discounted(gains) {
  return gains.reduce((total, gain, rank) => total + gain / Math.log2(rank + 2), 0);
}

/** @param {string[]} ranking @param {Map<string, number>} relevant @param {number} depth */
function ndcg(ranking, relevant, depth) {
  const gains = ranking.slice(0, depth).map((id) => relevant.get(id) ?? 0);
  const ideal = [...relevant.values()].sort((a, b) => b - a).slice(0, depth);
  return discounted(gains) / discounted(ideal);
}

/** @param {string[]} ranking @param {Map<string, number>} relevant @param {number} depth */
function reciprocalRank(ranking, relevant, depth) {
  const rank = ranking.slice(0, depth).findIndex((id) => relevant.has(id));
  return rank < 0 ? 0 : 1 / (rank + 1);
}

/** @param {string[]} ranking @param {Map<string, number>} relevant @param {number} depth */
function recall(ranking, relevant, depth) {
  return ranking.slice(0, depth).filter((id) => relevant.has(id)).length / relevant.size;
}

/**
 * Averages over the queries that have a relevant document; one without an answer counts as 0.
 * @param {Run} run @param {Judgments} judgments @returns {Scores}
 */
export function score(run, judgments) {
  const total = { ndcg10: 0, mrr10: 0, s1: 0, r100: 0, found5: 0, mrr5: 0 };
  let queries = 0;
  for (const [query, grades] of judgments) {
    const relevant = relevantOnes(grades);
    if (relevant.size === 0) continue;
    queries += 1;
    const ranking = [...new Set(run.get(query) ?? [])];
    total.ndcg10 += ndcg(ranking, relevant, 10);
    total.mrr10 += reciprocalRank(ranking, relevant, 10);
    total.s1 += reciprocalRank(ranking, relevant, 1);
    total.r100 += recall(ranking, relevant, 100);
    total.found5 += Math.ceil(reciprocalRank(ranking, relevant, 5));
    total.mrr5 += reciprocalRank(ranking, relevant, 5);
  }
  const mean = (/** @type {number} */ value) => value / Math.max(queries, 1);
  return {
    queries,
    ndcg10: mean(total.ndcg10),
    mrr10: mean(total.mrr10),
    s1: mean(total.s1),
    r100: mean(total.r100),
    found5: mean(total.found5),
    mrr5: mean(total.mrr5),
  };
}
