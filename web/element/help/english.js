// English for the help: what every other language says in its own file.

export default {
  unknown: { one: '{words} is not in these pages.', other: '{words} are not in these pages.' },
  hint: 'Check the spelling, or try fewer or more general words.',
  try: 'Try:',
  unfiltered: 'the same without filters',
  corrected: 'Results for {query}.',
  instead: 'Search instead for {query}',
  meant: 'Did you mean {query}?',
};
