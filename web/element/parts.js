// The parts of the element as modules, for pages that bundle it. The bundle's own script has them as files of the
// bundle (web/loader/parts.js); web/build.mjs builds each module named here into one.

/** @type {Record<string, () => Promise<any>>} */
export const kParts = {
  ar: () => import('./locales/ar.js'),
  de: () => import('./locales/de.js'),
  es: () => import('./locales/es.js'),
  fr: () => import('./locales/fr.js'),
  hi: () => import('./locales/hi.js'),
  ja: () => import('./locales/ja.js'),
  ko: () => import('./locales/ko.js'),
  pt: () => import('./locales/pt.js'),
  ru: () => import('./locales/ru.js'),
  'zh-hans': () => import('./locales/zh-hans.js'),
  'zh-hant': () => import('./locales/zh-hant.js'),
  filters: () => import('./filters/filters.js'),
  help: () => import('./help/help.js'),
  passages: () => import('./passages.js'),
  recent: () => import('./recent.js'),
  template: () => import('./template.js'),
  'url-state': () => import('./url-state.js'),
};

/** @type {import('./types.js').LoadPart} */
export async function loadPart(name) {
  return kParts[name]();
}
