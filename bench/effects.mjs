// Times src/effects beside the Python package that people use for it, in one run, and how it grows.
//   node --import tsx bench/effects.mjs [--only panel,event-study] [--rounds 5] [--clock wall|cpu]
import { fileURLToPath } from 'node:url';

import { sideBySide } from './side-by-side.mjs';

await sideBySide(fileURLToPath(new URL('./effects/', import.meta.url)), 'bench/effects.mjs');
