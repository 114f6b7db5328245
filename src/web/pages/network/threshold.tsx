import { useId } from 'preact/hooks';
import type { Network } from '../../../analyses/network/question.ts';
import { sayShown } from '../../../figures/network/figure.ts';
import type { Shown } from '../../../figures/network/link-filter.ts';
import { number } from '../../../base/index.ts';
import { greatest, least as leastOf } from '../../../measures/extremes.ts';
import { select } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { words } from './words.ts';

const STEPS = 100;

/** From which weight on links are drawn: equal steps are equal ratios. Says how much weight is hidden. */
export function Threshold({ network, shown }: { readonly network: Network; readonly shown: Shown }) {
  const { lang } = useSelection();
  const text = words[lang];
  const id = useId();
  const weights = network.links.map(({ weight }) => weight).filter((weight) => weight > 0);
  const [most, least] = [Math.max(greatest(weights), 1e-6), Math.min(leastOf(weights), 1)];
  const weightAt = (step: number): number =>
    step === 0 ? 0 : Number((least * (most / least) ** (step / STEPS)).toPrecision(3));
  const step =
    shown.least <= least ? 0 : Math.round((STEPS * Math.log(shown.least / least)) / Math.log(most / least));
  return (
    <div class="threshold">
      <label for={id}>{text.least}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={STEPS}
        value={step}
        aria-valuetext={text.works(number(shown.least, lang))}
        onInput={(event) =>
          select({ least: String(weightAt(Number(event.currentTarget.value))) }, { replace: true })
        }
      />
      <output for={id}>{sayShown(shown, lang)}</output>
    </div>
  );
}
