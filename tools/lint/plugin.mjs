// The rules of this project that no linter ships: `.oxlintrc.json` reads this file.
import { largeSpread } from './large-spread.mjs';
import { layers } from './layers.mjs';

export default {
  meta: { name: 'synopolis' },
  rules: { layers, 'large-spread': largeSpread },
};
