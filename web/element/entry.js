// Entry: dist/web/catchword-element.js, the element and the loader as one classic script.

import { createSearch, loadPart } from '../loader/classic.js';
import { CatchwordSearch } from './catchword-search.js';
import { define } from './define.js';

define(createSearch, loadPart);
Object.assign(globalThis, { catchword: { createSearch, CatchwordSearch } });
