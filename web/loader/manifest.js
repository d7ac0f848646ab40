// The list of a bundle's files, docs/FORMAT.md, "Manifest": names, and names that stand for many,
// "text/*-{0-5,7}.bin" with the hashes that each stand in the place of the star.

/** @param {string} range  "7" or "0-5" */
function numbersOf(range) {
  const [first, last = first] = range.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** @param {string} name @returns {string[]} */
function numbered(name) {
  const many = /^(.*)\{(.*)\}(.*)$/.exec(name);
  if (!many) return [name];
  const [, stem, ranges, ending] = many;
  return ranges.split(',').flatMap(numbersOf).map((number) => stem + number + ending);
}

/** @param {[pattern: string, hashes: string]} entry @returns {string[]} */
const namesOf = ([pattern, hashes]) =>
  (hashes.match(/.{8}/g) ?? ['']).flatMap((hash) => numbered(pattern.replace('*', hash)));

/**
 * @param {{ files: Record<string, string> }} manifest
 * @returns {string[]} the names of all files of this build but the manifest itself
 */
export const filesOf = ({ files }) => Object.entries(files).flatMap(namesOf);
