// Entry: dist/web/catchword-highlight.js, for the pages that results lead to. Marks the words that the address names
// (<catchword-search highlight> puts them there), scrolls to the first, offers the others, and removes itself and them.
//
//   <script src="/catchword/catchword-highlight.js" defer></script>
//
// Only whole words are marked, since the engine has named forms: `this` is not in `thistle`. Chinese, Japanese, Korean
// and the like are written without spaces, and there any run counts.

const kParameter = 'catchword';
const kSkipped = 'script,style,noscript,textarea,select,svg,catchword-search,[hidden]';
const kNoSpaces = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const kMost = 2000;

/** Previous, next, remove. @type {Record<string, string[]>} */
const kLabels = {
  en: ['Previous', 'Next', 'Remove the marks'],
  ar: ['السابق', 'التالي', 'إزالة العلامات'],
  de: ['Vorige Stelle', 'Nächste Stelle', 'Markierung entfernen'],
  es: ['Anterior', 'Siguiente', 'Quitar las marcas'],
  fr: ['Précédent', 'Suivant', 'Retirer les marques'],
  hi: ['पिछला', 'अगला', 'चिह्न हटाएँ'],
  ja: ['前へ', '次へ', '強調を消す'],
  ko: ['이전', '다음', '강조 지우기'],
  pt: ['Anterior', 'Seguinte', 'Retirar as marcas'],
  ru: ['Назад', 'Далее', 'Убрать выделение'],
  zh: ['上一处', '下一处', '移除标记'],
};

const kLooks = `
:host { all: initial; position: fixed; z-index: 99; inset: auto 1rem 1rem auto; color-scheme: light dark; }
div { display: flex; align-items: center; font: 14px system-ui, sans-serif; color: CanvasText; background: Canvas; border: 1px solid; border-radius: 4px; }
span { padding: 0 .75em; font-variant-numeric: tabular-nums; }
button { width: 44px; height: 44px; font: inherit; font-size: 18px; color: inherit; background: none; border: 0; cursor: pointer; }
button:focus-visible { outline: 2px solid; outline-offset: -4px; }
@media print { :host { display: none; } }`;

/** @param {string[]} words  lower case */
function patternOf(words) {
  const escaped = words.map((word) => {
    const literal = word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    return kNoSpaces.test(word) ? literal : `(?<![\\p{L}\\p{M}\\p{N}])${literal}(?![\\p{L}\\p{M}\\p{N}])`;
  });
  return new RegExp(escaped.sort((a, b) => b.length - a.length).join('|'), 'giu');
}

/** @param {Text} text @param {RegExp} pattern @returns {HTMLElement[]} */
function markIn(text, pattern) {
  const marks = [];
  for (const { 0: word, index } of [...text.data.matchAll(pattern)].reverse()) {
    const mark = document.createElement('mark');
    const found = text.splitText(index);
    found.splitText(word.length);
    found.replaceWith(mark);
    mark.append(found);
    marks.unshift(mark);
  }
  return marks;
}

/** @param {RegExp} pattern */
function markAll(pattern) {
  const scope = document.querySelector('main, article, [role=main]') ?? document.body;
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  /** @type {HTMLElement[]} */
  const marks = [];
  for (const text of texts) {
    if (marks.length < kMost && !text.parentElement?.closest(kSkipped)) marks.push(...markIn(text, pattern));
  }
  return marks;
}

/** @param {HTMLElement[]} marks */
function remove(marks) {
  for (const mark of marks) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}

/** The first mark at or behind the heading that the address names. @param {HTMLElement[]} marks */
function firstOf(marks) {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const isBehind = (/** @type {Node} */ mark) => target && target.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING;
  return Math.max(0, marks.findIndex(isBehind));
}

/** @param {HTMLElement[]} marks */
function offer(marks) {
  const language = document.documentElement.lang.slice(0, 2).toLowerCase();
  const [previous, next, away] = kLabels[language] ?? kLabels.en;
  let at = firstOf(marks);
  const host = document.createElement('catchword-marks');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(kLooks);
  root.adoptedStyleSheets = [sheet];
  const bar = document.createElement('div');
  bar.role = 'toolbar';
  const count = document.createElement('span');
  count.role = 'status';
  const go = (/** @type {number} */ to) => {
    at = (to + marks.length) % marks.length;
    count.textContent = `${at + 1} / ${marks.length}`;
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'auto';
    marks[at].scrollIntoView({ block: 'center', behavior });
    for (const mark of marks) mark.toggleAttribute('data-current', mark === marks[at]);
  };
  const button = (/** @type {string} */ sign, /** @type {string} */ label, /** @type {() => void} */ click) => {
    const made = document.createElement('button');
    made.textContent = sign;
    made.ariaLabel = made.title = label;
    made.onclick = click;
    return made;
  };
  const end = () => {
    remove(marks);
    host.remove();
  };
  bar.append(count, button('↑', previous, () => go(at - 1)), button('↓', next, () => go(at + 1)), button('×', away, end));
  bar.onkeydown = ({ key }) => key === 'Escape' && end();
  root.append(bar);
  document.body.append(host);
  go(at);
  stayAt(() => go(at));
}

/**
 * Some browsers go to the address's heading only when the page is complete, past what was scrolled to before; a reader
 * who has moved meanwhile stays.
 * @param {() => void} scroll
 */
function stayAt(scroll) {
  if (document.readyState === 'complete') return;
  const moved = new AbortController();
  const { signal } = moved;
  for (const sign of ['wheel', 'touchmove', 'keydown', 'pointerdown']) addEventListener(sign, () => moved.abort(), { signal });
  addEventListener('load', () => setTimeout(() => signal.aborted || (moved.abort(), scroll())), { once: true });
}

function start() {
  const url = new URL(location.href);
  const words = url.searchParams.get(kParameter)?.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words?.length) return;
  url.searchParams.delete(kParameter);
  try {
    history.replaceState(history.state, '', url);
  } catch {
    // A page opened from a disk may not name its own address.
  }
  const marks = markAll(patternOf(words));
  if (marks.length > 0) offer(marks);
}

start();
