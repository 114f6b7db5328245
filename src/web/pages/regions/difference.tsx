import type { DefinitionRow } from '../../api-client/contract.ts';
import { labelOf } from '../../../figures/names.ts';
import { list, whole } from '../../../base/index.ts';
import { useCityPoints } from '../../frame/observatory.ts';
import { useSelection } from '../../state/selection.ts';
import { difference } from './nearest-definition.ts';
import type { OwnRegion } from './own-region.ts';
import { words } from './words.ts';

/** Names in a sentence, at most; the rest is counted. */
const NAMED = 12;

interface DifferenceProps {
  readonly region: OwnRegion;
  readonly beside: DefinitionRow;
}

/** Which cities the region has that the official definition lacks, and the other way round. */
export function DifferenceTold({ region, beside }: DifferenceProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const points = useCityPoints();
  const names = (ids: readonly string[]): string => {
    const named = ids.slice(0, NAMED).map((id) => {
      const point = points.get(id);
      return point === undefined ? id : labelOf(point, lang);
    });
    const rest = ids.length - named.length;
    return list(rest > 0 ? [...named, text.more(whole(rest, lang))] : named, lang);
  };
  const { both, own, other } = difference(region.cities, beside);
  if (own.length + other.length === 0) return <p>{text.same}</p>;
  return (
    <p>
      {text.inBothRegions(whole(both.length, lang))} {own.length === 0 ? null : text.onlyOwn(names(own))}{' '}
      {other.length === 0 ? null : text.onlyOther(names(other))}
    </p>
  );
}
