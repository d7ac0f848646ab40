// The element over the stub engine, as a classic script: takes the place of catchword-element.js.

import { define } from '../../../web/element/define.js';
import { loadPart } from '../../../web/element/parts.js';
import { CatchwordSearch } from '../../../web/element/catchword-search.js';
import { control, createSearch } from './stub-search.js';

define(createSearch, loadPart);
Object.assign(globalThis, { stub: control, catchword: { createSearch, CatchwordSearch } });
