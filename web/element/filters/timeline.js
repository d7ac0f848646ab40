// Time as an axis: between the periods that have results stand those that have none.

/** @typedef {import('../types.js').Bucket} Bucket */

/**
 * @param {string} period  a year, a month or a day: "2002", "2002-10", "2002-10-28"
 * @returns {string} the next one, written alike; '' where there is none
 */
function following(period) {
  const date = new Date(period);
  if (period.length === 4) date.setUTCFullYear(date.getUTCFullYear() + 1);
  else if (period.length === 7) date.setUTCMonth(date.getUTCMonth() + 1);
  else date.setUTCDate(date.getUTCDate() + 1);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, period.length);
}

/** @param {string} before @param {string} after */
function* between(before, after) {
  if (before.length !== after.length) return; // a year among months is no period of the same axis
  for (let last = before, period = following(before); last < period && period < after; period = following((last = period))) {
    yield { from: period, to: period, count: 0 };
  }
}

/**
 * @param {Bucket[]} buckets  of dates, in their order
 * @returns {Bucket[]}
 */
export const timeline = (buckets) =>
  buckets.flatMap((bucket, i) => [...(i ? between(String(buckets[i - 1].from), String(bucket.from)) : []), bucket]);
