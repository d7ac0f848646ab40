// The demo page's own few lines. A classic script, since the page is also opened from disk.

(() => {
  const search = document.querySelector('catchword-search');

  // Without a build there is no element, and the page says what to do about it.
  const isBuilt = customElements.get('catchword-search') !== undefined;
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
})();
