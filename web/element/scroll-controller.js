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
    const scrolled = () => (this.hasScrolled_ = true);
    root.addEventListener('wheel', scrolled, { passive: true });
    root.addEventListener('touchmove', scrolled, { passive: true });
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
    this.root_.scrollTop = 0;
  }
}
