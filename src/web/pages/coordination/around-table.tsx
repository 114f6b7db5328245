import type { BeforeAfter, Coordination } from '../../../analyses/coordination/question.ts';
import { COORDINATION_MEASURES, sayValue } from '../../../figures/coordination/measures.ts';
import { nameIn, span } from '../../../base/index.ts';
import { useSelection } from '../../state/selection.ts';
import { words } from './words.ts';

const { ratio, intraShare } = COORDINATION_MEASURES;

/** Before and after the policy, each figure with its interval. */
export function AroundTable({ answer: { around } }: { readonly answer: Coordination }) {
  const { lang } = useSelection();
  const text = words[lang];
  if (around === null) return null;
  const [own] = around.places;
  const years = (side: BeforeAfter['before']): string => (side === null ? '–' : span(side));
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={text.change}>
      <table class="around">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {text.region}
            </th>
            <th scope="colgroup" colSpan={3}>
              {text.ratio}
            </th>
            <th scope="colgroup" colSpan={2}>
              {text.inside}
            </th>
          </tr>
          <tr>
            <th scope="col">{`${text.before} ${years(own.before)}`}</th>
            <th scope="col">{`${text.after} ${years(own.after)}`}</th>
            <th scope="col">{text.change}</th>
            <th scope="col">{`${text.before} ${years(own.before)}`}</th>
            <th scope="col">{`${text.after} ${years(own.after)}`}</th>
          </tr>
        </thead>
        <tbody>
          {around.places.map((one) => (
            <tr key={one.place.id}>
              <th scope="row">{nameIn(one.place, lang)}</th>
              <td>{sayValue(one.ratioBefore, ratio.say, lang)}</td>
              <td>{sayValue(one.ratioAfter, ratio.say, lang)}</td>
              <td>{sayValue(one.change, ratio.say, lang)}</td>
              <td>{sayValue(one.intraBefore, intraShare.say, lang)}</td>
              <td>{sayValue(one.intraAfter, intraShare.say, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
