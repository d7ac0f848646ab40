// English: the language that is always there, and the list of what a language has to say.
//
// A message is a string, or an object of strings by plural category (Intl.PluralRules) when it
// counts. {n} and {shown} are numbers, {query} and {words} what the reader typed, in the language's
// quotation marks (`quoted`); {key} is the name of a metadata key. help/english.js,
// filters/english.js and recent.js go on.

export default {
  search: 'Search',
  clear: 'Clear the search',
  leave: 'Close the search',
  results: { one: '{n} result', other: '{n} results' },
  atLeast: '{n} or more results',
  complete: '{n} with all words',
  completeNone: 'none with all words',
  label: 'Results',
  partial: 'With some of the words',
  more: 'More results',
  shown: '{shown} of {n}',
  none: 'Nothing found for {query}',
  allPassages: 'All {n} passages of this page',
  failed: 'The search did not work.',
  offline: 'The connection is lost. What was found stays here.',
  retry: 'Try again',
  choose: 'choose',
  open: 'open',
  close: 'close',
  quoted: '“{word}”',
};
