// The keyboard and the roles of an ARIA 1.2 combobox with a listbox popup (ARIA Authoring Practices),
// over an input and a list that someone else draws. Focus stays in the input throughout; the option
// that the arrow keys have reached is named by aria-activedescendant.
//
// Left alone: Home, End, the side arrows and every shortcut of the browser, which belong to the text;
// and all keys while an input method is composing.

export class ComboboxController {
  /**
   * @param {object} options
   * @param {HTMLInputElement} options.input
   * @param {HTMLElement} options.list  holds the options, in order, at any depth
   * @param {() => void} options.settle  draws what is still to be drawn of it
   * @param {() => boolean} options.open  shows the list if it has something; whether it did
   * @param {() => boolean} options.dismiss  Escape, with no option active; whether it had an effect
   * @param {() => boolean} options.end  an arrow went past the last option; whether more are coming
   */
  constructor({ input, list, settle, open, dismiss, end }) {
    this.input_ = input;
    this.list_ = list;
    this.settle_ = settle;
    this.open_ = open;
    this.dismiss_ = dismiss;
    this.end_ = end;
    /** @type {HTMLElement | null} */
    this.active_ = null;
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', list.id);
    input.setAttribute('aria-expanded', 'false');
    input.addEventListener('keydown', (event) => this.pressed_(event));
    input.addEventListener('input', () => this.activate(null));
  }

  get options() {
    this.settle_();
    return /** @type {HTMLElement[]} */ ([...this.list_.querySelectorAll('[role=option]')]);
  }

  /** @param {boolean} expanded */
  set expanded(expanded) {
    this.input_.setAttribute('aria-expanded', String(expanded));
    if (!expanded) this.activate(null);
  }

  get expanded() {
    return this.input_.getAttribute('aria-expanded') === 'true';
  }

  /**
   * Makes `option` the active one; null gives the keys back to the text.
   * @param {HTMLElement | null} option
   */
  activate(option) {
    this.active_?.setAttribute('aria-selected', 'false');
    this.active_ = option;
    if (!option) {
      this.input_.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    this.input_.setAttribute('aria-activedescendant', option.id);
  }

  /** @param {KeyboardEvent} event */
  pressed_(event) {
    if (event.isComposing || event.keyCode === 229) return;
    if (this.handled_(event)) event.preventDefault();
  }

  /** @param {KeyboardEvent} event */
  handled_(event) {
    switch (event.key) {
      case 'ArrowDown':
        return !hasModifier(event) && this.step_(+1);
      case 'ArrowUp':
        return !hasModifier(event) && this.step_(-1);
      case 'Enter':
        return this.follow_(event);
      case 'Escape':
        return this.escape_();
      default:
        return false;
    }
  }

  // The text is one more stop, between the last option and the first.
  /** @param {number} by */
  step_(by) {
    if (!this.expanded && !this.open_()) return false;
    const options = this.options;
    const at = this.active_ ? options.indexOf(this.active_) : -1;
    const next = at === -1 && by < 0 ? options.length - 1 : at + by;
    if (next === options.length && this.end_()) return true;
    this.activate(options[next] ?? null);
    return true;
  }

  // A click with the same keys held, which the event of the key names as one of the mouse would: Ctrl-Enter opens a tab as
  // Ctrl-click does.
  /** @param {KeyboardEvent} event */
  follow_(event) {
    if (!this.active_) return false;
    this.active_.dispatchEvent(new MouseEvent('click', event));
    return true;
  }

  escape_() {
    if (this.active_) {
      this.activate(null);
      return true;
    }
    return this.dismiss_();
  }
}

/** @param {KeyboardEvent} event */
function hasModifier(event) {
  return event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
}
