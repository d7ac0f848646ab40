// When a size is no longer what the ledger says.

/** What growth passes unremarked, as a share of the size. */
export const LARGEST_GROWTH = 0.01;

/** What is saved is put down, too, or it would be lost again unremarked. */
export const LARGEST_SAVING = 0.03;

/**
 * @param {Record<string, number>} ledger @param {Record<string, number>} sizes
 * @returns {string[]} a line for each size that the ledger does not account for
 */
export function differences(ledger, sizes) {
  const names = new Set([...Object.keys(ledger), ...Object.keys(sizes)]);
  return [...names].flatMap((name) => {
    const [was, is] = [ledger[name], sizes[name]];
    if (was === undefined) return [`${name}: ${is} bytes, and not in the ledger`];
    if (is === undefined) return [`${name}: in the ledger, and there no more`];
    const isSame = is <= was * (1 + LARGEST_GROWTH) && is >= was * (1 - LARGEST_SAVING);
    return isSame ? [] : [`${name}: ${was} bytes in the ledger, ${is} now (${percent(is / was - 1)})`];
  });
}

/** @param {number} share */
function percent(share) {
  return `${share > 0 ? '+' : ''}${(share * 100).toFixed(1)}%`;
}
