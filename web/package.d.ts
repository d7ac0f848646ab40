// The types of 'catchword/element': the class, and what it adds to a page, its tag and its events wherever they bubble to.
// They rest on the declarations that are made of the sources when the package is packed.

import type { CatchwordSearch } from './types/element/catchword-search.js';
import type { Filters, Result } from './types/element/types.js';

export { CatchwordSearch } from './types/element/catchword-search.js';
export type { Filter, Filters, Found, Request, Result } from './types/element/types.js';

declare global {
  interface HTMLElementTagNameMap {
    'catchword-search': CatchwordSearch;
  }

  interface GlobalEventHandlersEventMap {
    'catchword-search': CustomEvent<{ query: string; filters: Filters; sort: string }>;
    'catchword-results': CustomEvent<{ query: string; total: number; complete?: number; results: Result[] }>;
    'catchword-noresults': CustomEvent<{ query: string; unknown?: string[] }>;
    'catchword-select': CustomEvent<{ query: string; result: Result; position: number }>;
    'catchword-error': CustomEvent<{ query: string; error: Error }>;
  }
}
