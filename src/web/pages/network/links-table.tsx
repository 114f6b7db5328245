import type { Network } from '../../../analyses/network/question.ts';
import type { Shown } from '../../../figures/network/shown.ts';
import { nameOf } from '../../../figures/names.ts';
import { decimals, interval, whole } from '../../../figures/numbers.ts';
import { Whisker } from '../../parts/whisker.tsx';
import { select } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { linkKey } from './link-key.ts';
import { words } from './words.ts';

const ROWS = 25;
/** The axis of ratios reaches from here to the largest end of an interval. */
const LEAST = 0.1;

interface LinksTableProps {
  readonly network: Network;
  readonly shown: Shown;
  readonly pinned: string | null;
  readonly open: string | null;
  readonly onPin: (id: string | null) => void;
}

/** The heaviest links that are drawn, of all cities or of one; a click shows a link's numbers and fields. */
export function LinksTable({ network, shown, pinned, open, onPin }: LinksTableProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const names = new Map(network.rows.map(({ place }) => [place.id, nameOf(place, lang)]));
  const rows = shown.links.filter(({ a, b }) => pinned === null || a === pinned || b === pinned);
  const most = Math.max(2, ...rows.map(({ ratio, ratioInterval }) => ratioInterval?.[1] ?? ratio ?? 0));
  const heading = pinned === null ? text.links : text.linksOf(names.get(pinned) ?? pinned);
  return (
    <section>
      <h3>
        {heading}{' '}
        {pinned === null ? null : (
          <button type="button" class="quiet" onClick={() => onPin(null)}>
            {text.everyLink}
          </button>
        )}
      </h3>
      <div class="scroll" tabIndex={0} role="region" aria-label={heading}>
        <table class="ranks">
          <thead>
            <tr>
              <th scope="col">{text.link}</th>
              <th scope="col" class="number">
                {text.weight}
              </th>
              <th scope="col" class="number">
                {text.joint}
              </th>
              <th scope="col" class="number">
                {text.ratio}
              </th>
              <th scope="col">{text.interval}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, ROWS).map(({ a, b, weight, works, ratio, ratioInterval, fewWorks }) => {
              const key = linkKey(a, b);
              return (
                <tr key={key} class={open === key ? 'chosen' : undefined}>
                  <td>
                    <button
                      type="button"
                      class="row-name"
                      aria-pressed={open === key}
                      onClick={() => select({ link: open === key ? null : key })}
                    >
                      {names.get(a)} – {names.get(b)}
                    </button>
                  </td>
                  <td class="number">{decimals(weight, 1, lang)}</td>
                  <td class="number">{whole(works, lang)}</td>
                  <td class="number">
                    {decimals(ratio, 2, lang)}{' '}
                    <small>{ratioInterval === null ? '' : interval(ratioInterval, twoOf, lang)}</small>
                  </td>
                  <td class={fewWorks ? 'faded' : undefined} title={fewWorks ? text.few : undefined}>
                    <Whisker value={ratio} ends={ratioInterval} least={LEAST} most={most} mark={1} log />
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

const twoOf = (value: number, language: 'en' | 'zh'): string => decimals(value, 2, language);
