// More results when the reader has scrolled to the end of those on show.
//
// Only a scroll that the reader made counts, and after a few pages only the button does: what lies below a list that
// takes part in the page must be within reach.

const kPages = 4;

export class ScrollController {
  /**
   * @param {{ root: HTMLElement, foot: HTMLElement }} panel
   * @param {() => void} reached
   */
  constructor({ root, foot }, reached) {
    this.root_ = root;
    this.left_ = kPages;
    this.hasScrolled_ = false;
    /** To set scrollTop is to lay the page out at once, which a panel that has not moved needs not. */
    this.isAway_ = false;
    const scrolled = () => (this.hasScrolled_ = true);
    for (const sign of ['wheel', 'touchmove']) root.addEventListener(sign, scrolled, { passive: true });
    root.addEventListener('scroll', () => (this.isAway_ = true), { passive: true });
    new IntersectionObserver(([{ isIntersecting }]) => {
      if (!isIntersecting || !this.hasScrolled_ || this.left_ === 0) return;
      this.left_--;
      reached();
    }).observe(foot);
  }

  /** For the first results of another query. */
  rewind() {
    this.left_ = kPages;
    this.hasScrolled_ = false;
    if (this.isAway_) this.root_.scrollTop = 0;
    this.isAway_ = false;
  }
}
