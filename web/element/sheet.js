// A stylesheet that is made when the first element needs it, and then shared by all.

/** @param {string} css @returns {() => CSSStyleSheet} */
export function sheetOf(css) {
  /** @type {CSSStyleSheet | undefined} */
  let sheet;
  return () => {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
    return sheet;
  };
}
