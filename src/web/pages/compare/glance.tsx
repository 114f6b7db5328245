import type { Compare, CompareRow } from '../../../analyses/compare/question.ts';
import { distinctNames } from '../../../figures/names.ts';
import { decimals, interval, whole } from '../../../figures/numbers.ts';
import { Link } from '../../parts/link.tsx';
import { Whisker } from '../../parts/whisker.tsx';
import { useSelection } from '../../state/selection.ts';
import { useWords } from '../../words/use-words.ts';
import { Swatch } from './swatch.tsx';
import { words } from './words.ts';

interface GlanceProps {
  readonly compare: Compare;
  readonly slots: ReadonlyMap<string, number>;
}

/** Share, Count and ranks of each place, with their intervals on one scale. */
export function Glance({ compare, slots }: GlanceProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const frame = useWords();
  const names = distinctNames(compare.places, lang);
  const of = (what: string, id: string): CompareRow | undefined =>
    compare.rows.find((row) => row.what.id === what && row.place.id === id);
  const most = Math.max(
    1,
    ...compare.rows
      .filter(({ what }) => what.id === 'share')
      .map(({ value, interval: ends }) => ends?.[1] ?? value ?? 0),
  );
  const one = (value: number): string => decimals(value, 1, lang);
  return (
    <section class="block">
      <h2>{text.glance}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label={text.glance}>
        <table class="glance">
          <thead>
            <tr>
              <th scope="col">{text.place}</th>
              <th scope="col" class="number">
                {text.share}
              </th>
              <th scope="col">{text.interval}</th>
              <th scope="col" class="number">
                {text.count}
              </th>
              <th scope="col" class="number">
                {text.rankHere}
              </th>
              <th scope="col">{text.rank}</th>
            </tr>
          </thead>
          <tbody>
            {compare.places.map((place) => {
              const [share, count] = [of('share', place.id), of('count', place.id)];
              const [here, rank] = [of('rank-here', place.id), of('rank', place.id)];
              const few = share?.note !== null && share?.note !== undefined;
              return (
                <tr key={place.id}>
                  <th scope="row">
                    <Swatch slot={slots.get(place.id)} />{' '}
                    <Link to={`/place/${place.id}`}>{names.get(place.id)}</Link>{' '}
                    <small>{frame.kinds[place.kind]}</small>
                  </th>
                  <td class="number">
                    {share?.value == null ? (share?.reason?.[lang] ?? '–') : one(share.value)}
                  </td>
                  <td class={few ? 'faded' : undefined} title={few ? text.few : undefined}>
                    <span class="drawn-ends">
                      <Whisker value={share?.value ?? null} ends={share?.interval ?? null} most={most} />
                      {share?.interval == null ? '–' : interval(share.interval, one, lang)}
                    </span>
                  </td>
                  <td class="number">{count?.value == null ? '–' : whole(count.value, lang)}</td>
                  <td class="number">{here === undefined ? '–' : ranks(here)}</td>
                  <td>
                    {rank?.value == null
                      ? (rank?.reason?.[lang] ?? '–')
                      : `${ranks(rank)}${lang === 'zh' ? '，' : ' '}${rank.unit[lang]}`}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** A rank with the ranks that it may be: `3 (3–6)`. */
function ranks({ value, interval: ends }: CompareRow): string {
  if (value === null) return '–';
  return ends === null || ends[0] === ends[1] ? String(value) : `${value} (${ends[0]}–${ends[1]})`;
}
