import type { Language } from '../base/index.ts';
import type { Answers } from './answers.ts';
import { rankingRows } from './cities.ts';
import { type Html, html } from './html.ts';
import { words } from './words.ts';

/** The first, and those around the place. */
const FIRST = 1;
const AROUND = 2;

/** The place among those beside it, each with its rank interval. */
export function neighbours({ ranking, own, place }: Answers, language: Language): Html {
  // Other definitions of a region have no part in the order.
  const ranked = ranking.rows.filter((row) => row === own || row.insteadOf.length === 0);
  const at = ranked.indexOf(own);
  const rows = ranked.filter((_, i) => i < FIRST || Math.abs(i - at) <= AROUND);
  return html`<section class="keep">
    <h3>${words[language].neighbours}</h3>
    ${rankingRows({ rows }, place.id, language)}
  </section>`;
}
