// The demo page's own few lines. A classic script, since the page is also opened from disk.

(() => {
  const search = document.querySelector('catchword-search');

  // Without a build there is no element, and the page says what to do about it.
  const isBuilt = globalThis.catchword !== undefined;
  document.getElementById('unbuilt').hidden = isBuilt;

  for (const example of document.querySelectorAll('.tries a')) {
    example.addEventListener('click', (event) => {
      const wanted = new URL(example.href).searchParams;
      if (!isBuilt || wanted.size > 1 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      search.query = wanted.get('q');
      search.focus();
    });
  }

  // What the page is told, the last on top.
  const told = document.getElementById('told');
  const kLines = 5;
  for (const name of ['search', 'results', 'noresults', 'select', 'error']) {
    addEventListener(`catchword-${name}`, ({ type, detail: { query, total, position, error } }) => {
      const line = `${type} ${JSON.stringify({ query, total, position, error: error?.message })}`;
      const lines = told.textContent.split('\n').filter((old) => old.startsWith('catchword-'));
      told.textContent = [line, ...lines].slice(0, kLines).join('\n');
    });
  }

  // A search without the element.
  const box = document.getElementById('client-query');
  const list = document.getElementById('client-results');
  let opened;

  function item({ title, url }) {
    const link = Object.assign(document.createElement('a'), { href: url, textContent: title });
    const place = document.createElement('li');
    place.append(link);
    return place;
  }

  box.addEventListener('input', async () => {
    if (!isBuilt) return;
    const query = box.value;
    opened ??= globalThis.catchword.createSearch({ base: 'dist/catchword/', siteRoot: 'dist/archive/' });
    const client = await opened;
    const { results } = query.trim() === '' ? { results: [] } : await client.search(query, { limit: 4 });
    // An answer that has been overtaken is none.
    if (query === box.value) list.replaceChildren(...results.map(item));
  });
})();
