// The languages that the element speaks beside English, by BCP 47 tag.

import ar from './ar.js';
import de from './de.js';
import es from './es.js';
import fr from './fr.js';
import hi from './hi.js';
import ja from './ja.js';
import ko from './ko.js';
import pt from './pt.js';
import ru from './ru.js';
import zhHans from './zh-Hans.js';
import zhHant from './zh-Hant.js';

/** @type {Record<string, import('../messages.js').Locale>} */
export const kLocales = { ar, de, es, fr, hi, ja, ko, pt, ru, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
