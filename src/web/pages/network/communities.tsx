import type { Network } from '../../../analyses/network/question.ts';
import { signOf } from '../../../figures/network/draw.ts';
import { HUES } from '../../../figures/palette.ts';
import { nameOf } from '../../../figures/names.ts';
import { decimals, list, whole } from '../../../figures/numbers.ts';
import { useSelection } from '../../state/selection.ts';
import { words } from './words.ts';

const NAMED = 4;

/** Communities with how stable each is: the key of the drawing's hues. */
export function Communities({
  network,
  hues,
}: {
  readonly network: Network;
  readonly hues: ReadonlyMap<number, number>;
}) {
  const { lang } = useSelection();
  const text = words[lang];
  const names = new Map(network.rows.map(({ place }) => [place.id, nameOf(place, lang)]));
  if (network.communities.length === 0) return null;
  const all = hues.size === network.communities.length;
  return (
    <section>
      <h3>{text.communities}</h3>
      <p class="quiet-text">{all ? text.hues : `${hues.size > 0 ? text.hues : ''} ${text.unstable}`}</p>
      <div class="scroll" tabIndex={0} role="region" aria-label={text.communities}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.community}</th>
              <th scope="col" class="number">
                {text.size}
              </th>
              <th scope="col" class="number">
                {text.stability}
              </th>
              <th scope="col">{text.members}</th>
            </tr>
          </thead>
          <tbody>
            {network.communities.map(({ number, size, stability, members }) => {
              const hue = hues.get(number);
              return (
                <tr key={number}>
                  <td style={hue === undefined ? {} : { color: HUES[hue], fontWeight: 600 }}>
                    {hue === undefined ? number : signOf(number)}
                  </td>
                  <td class="number">{whole(size, lang)}</td>
                  <td class="number">{decimals(stability, 2, lang)}</td>
                  <td>
                    {list(
                      members.slice(0, NAMED).map((id) => names.get(id) ?? id),
                      lang,
                    )}
                    {members.length > NAMED ? ' …' : ''}
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
