// Times measures beside the Python packages that people use for them, in one run, and how each grows.
//   node --import tsx bench/measures.mjs [--only moran,dbscan] [--rounds 5] [--clock wall|cpu]
import { fileURLToPath } from 'node:url';

import { sideBySide } from './side-by-side.mjs';

await sideBySide(fileURLToPath(new URL('./measures/', import.meta.url)), 'bench/measures.mjs');
