// Lets Node import modules over http, as a browser does: `register(new URL('http_imports.mjs', import.meta.url))`.

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, next) {
  return specifier.startsWith('http:') ? { url: specifier, shortCircuit: true } : next(specifier, context);
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  if (!url.startsWith('http:')) return next(url, context);
  const response = await fetch(url);
  if (!response.ok) throw new TypeError(`Failed to fetch dynamically imported module: ${url}`);
  return { format: 'module', shortCircuit: true, source: await response.text() };
}
