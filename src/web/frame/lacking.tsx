import { type Lacking as Missing, useLacking } from '../ask/use-shared.ts';
import { list } from '../../figures/numbers.ts';
import { sayProblem, Trouble } from '../parts/states.tsx';
import { useSelection } from '../state/selection.ts';
import { useWords } from '../words/use-words.ts';

/** What many parts of the page need and did not get, such as the list of regions: once for each cause. */
export function Lacking() {
  const words = useWords();
  const { lang } = useSelection();
  const causes = new Map<string, Missing[]>();
  for (const one of useLacking()) {
    const cause = [sayProblem(one.problem, words), one.problem.detail].join();
    causes.set(cause, [...(causes.get(cause) ?? []), one]);
  }
  return (
    <>
      {[...causes].map(([cause, missing]) => (
        <Trouble
          key={cause}
          name={list([...new Set(missing.map(({ what }) => words.needed[what]))], lang)}
          problem={missing[0].problem}
          again={() => {
            for (const { again } of missing) again();
          }}
        />
      ))}
    </>
  );
}
