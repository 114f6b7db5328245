import type { Ranking } from '../analyses/ranking/question.ts';
import { decimals, interval, type Language, nameIn, whole } from '../base/index.ts';
import { rankingTitle } from '../figures/ranking.ts';
import { type Html, html } from './html.ts';
import { tableHtml } from './table.ts';
import { words } from './words.ts';

const ROWS = 50;

/** Cities by rank, each with the interval of its rank and of its Share. */
export function rankingRows(ranking: Pick<Ranking, 'rows'>, marked: string | null, language: Language): Html {
  const text = words[language];
  const share = (value: number): string => decimals(value, 1, language);
  const { rows } = ranking;
  return tableHtml(
    [
      { title: text.place },
      { title: text.rank, number: true },
      { title: text.interval, number: true },
      { title: text.share, number: true },
      { title: text.interval, number: true },
    ],
    rows.map((row) => [
      nameIn(row.place, language),
      String(row.rank),
      interval(row.rankInterval, whole, language),
      share(row.share),
      interval(row.shareInterval, share, language),
    ]),
    rows.flatMap((row, i) => (row.place.id === marked ? [i] : [])),
  );
}

/** The cities of a place among each other. */
export function cities(ranking: Ranking, language: Language): Html {
  const text = words[language];
  const rows = ranking.rows.slice(0, ROWS);
  const more = ranking.ranked - rows.length;
  return html`<section class="chapter">
    <h2>${text.cities}</h2>
    <h3>${rankingTitle(ranking, language)}</h3>
    ${more > 0 ? html`<p class="subtitle">${text.first(whole(rows.length, language), whole(ranking.ranked, language))}</p>` : null}
    ${rankingRows({ rows }, null, language)}
  </section>`;
}
