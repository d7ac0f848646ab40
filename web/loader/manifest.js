// The list of a bundle's files, docs/FORMAT.md, "Manifest": names, and names that stand for many,
// "text/abcdefgh-{0-5,7}.bin".

/** @param {string} range  "7" or "0-5" */
function numbersOf(range) {
  const [first, last = first] = range.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** @param {string} name @returns {string[]} */
function namesOf(name) {
  const many = /^(.*)\{(.*)\}(.*)$/.exec(name);
  if (!many) return [name];
  const [, stem, ranges, ending] = many;
  return ranges.split(',').flatMap(numbersOf).map((number) => stem + number + ending);
}

/** @param {{ files: string[] }} manifest @returns {string[]} the names of all files of this build but the manifest itself */
export const filesOf = ({ files }) => files.flatMap(namesOf);
