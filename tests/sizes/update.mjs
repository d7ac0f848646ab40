// Writes the ledger anew from what is built: `node tests/sizes/update.mjs`. The change is reviewed as a diff.
import { writeFileSync } from 'node:fs';

import { differences } from './compare.mjs';
import { LEDGER, measure, readLedger } from './measure.mjs';

const sizes = measure();
for (const line of differences(readLedger(), sizes)) console.log(line);
writeFileSync(LEDGER, `${JSON.stringify(sizes, null, 2)}\n`);
