import { nameIn } from '../../../base/index.ts';
import type { PlaceName } from '../../../analyses/places/names.ts';
import { TESTED } from '../../../analyses/sensitivity/testable-analyses.ts';
import { TESTED_NAMES } from '../../../figures/robustness/words.ts';
import { Choice } from '../../parts/choice.tsx';
import { RegionChoice } from '../../parts/region/region-choice.tsx';
import { select } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { useWords } from '../../words/use-words.ts';
import type { RobustnessQuery } from './query.ts';
import { words } from './words.ts';

interface ControlsProps {
  readonly asked: RobustnessQuery;
  /** As the last answer names it. */
  readonly place: PlaceName | null;
}

/** Of which place, which answer, and what it was asked with. */
export function RobustnessControls({ asked: { of, answer }, place }: ControlsProps) {
  const { lang, by, counting } = useSelection();
  const text = words[lang];
  const frame = useWords();
  return (
    <section class="controls page-controls" aria-label={text.asked}>
      <div class="row">
        <RegionChoice asked={of} name={place?.id === of.place ? nameIn(place, lang) : null} cities />
        <Choice
          label={text.answer}
          value={answer}
          options={TESTED.map((value) => ({ value, label: TESTED_NAMES[lang][value] }))}
          onPick={(value) => select({ answer: value === TESTED[0] ? null : value, headline: null })}
        />
        {answer === 'links' ? (
          <Choice
            label={frame.counting}
            value={counting ?? 'full'}
            options={Object.entries(frame.countings).map(([value, label]) => ({ value, label }))}
            onPick={(value) => select({ counting: value === 'full' ? null : value })}
          />
        ) : (
          <Choice
            label={frame.by}
            value={by}
            options={(['share', 'count'] as const).map((value) => ({ value, label: frame[value] }))}
            onPick={(value) => select({ by: value === 'share' ? null : value })}
          />
        )}
      </div>
    </section>
  );
}
