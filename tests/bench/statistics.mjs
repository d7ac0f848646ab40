// Medians and percentiles.

/**
 * @param {readonly number[]} values at least one @param {number} fraction in [0, 1]
 * @returns {number} interpolated between the two nearest ranks
 */
export function quantile(values, fraction) {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (sorted.length - 1) * fraction;
  const below = Math.floor(rank);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (rank - below);
}

/** @param {readonly number[]} values at least one @returns {number} */
export function median(values) {
  return quantile(values, 0.5);
}

/** @param {readonly number[]} values @returns {number} */
export function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
