// Entry of the npm package, `import 'catchword/element'`: the element as a module, for pages that are bundled. It opens
// bundles by the loader that they bring; its parts are modules that the bundler splits off.

import { createSearch } from '../client/browser.js';
import { define } from './define.js';
import { loadPart } from './parts.js';

define(createSearch, loadPart);

export { CatchwordSearch } from './catchword-search.js';
