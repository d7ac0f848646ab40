// English for the filters: what every other language says in its own file.

export default {
  filters: 'Filter',
  order: 'Order',
  relevance: 'Relevance',
  newest: 'Newest first',
  oldest: 'Oldest first',
  rising: '{key}, ascending',
  falling: '{key}, descending',
  unchosen: 'Remove the filter {query}',
  unfilter: 'Remove all filters',
  others: { one: '{n} more', other: '{n} more' },
  from: 'From',
  to: 'To',
  'key.kind': 'Kind',
  'key.author': 'Author',
  'key.source': 'Source',
  'key.date': 'Date',
  'key.title': 'Title',
  'key.language': 'Language',
  'key.place': 'Place',
  'key.tags': 'Tags',
};
