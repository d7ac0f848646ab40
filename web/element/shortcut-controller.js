// `/`, and Ctrl-K or Cmd-K, anywhere on the page.
//
// A bare letter never counts while the reader writes somewhere; `shortcut="none"` turns all of it off,
// as WCAG 2.1.4 asks of one-key shortcuts.

export class ShortcutController {
  /** @param {() => void} invoked */
  constructor(invoked) {
    this.invoked_ = invoked;
  }

  /** @param {AbortSignal} signal  ends it */
  start(signal) {
    document.addEventListener('keydown', (event) => this.pressed_(event), { signal });
  }

  /** @param {KeyboardEvent} event */
  pressed_(event) {
    if (event.defaultPrevented || event.isComposing || !isShortcut(event)) return;
    event.preventDefault();
    this.invoked_();
  }
}

/** @param {KeyboardEvent} event */
function isShortcut(event) {
  if (event.key.toLowerCase() === 'k') return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  return event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event);
}

/** @param {Event} event */
function isWriting(event) {
  const [target] = event.composedPath();
  return target instanceof HTMLElement && (target.isContentEditable || /^(input|select|textarea)$/i.test(target.tagName));
}
