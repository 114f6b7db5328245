import type { Problem } from '../api-client/client.ts';
import { type MissingAnswer, useMissing } from '../api-client/use-shared.ts';
import { list } from '../../base/index.ts';
import { sayProblem, Trouble } from '../parts/states.tsx';
import { useSelection } from '../state/selection.ts';
import { useWords } from '../words/use-words.ts';

type Failed = MissingAnswer & { readonly problem: Problem };
const hasFailed = (one: MissingAnswer): one is Failed => one.problem !== null;

/** What many parts of the page need and did not get, such as the list of regions, once for each cause; and what is still to come. */
export function MissingData() {
  const words = useWords();
  const { lang } = useSelection();
  const named = (missing: readonly MissingAnswer[]): string =>
    list([...new Set(missing.map(({ what }) => words.needed[what]))], lang);
  const all = useMissing();
  const coming = all.filter(({ problem }) => problem === null);
  const causes = new Map<string, Failed[]>();
  for (const one of all) {
    if (!hasFailed(one)) continue;
    const cause = [sayProblem(one.problem, words), one.problem.detail].join();
    causes.set(cause, [...(causes.get(cause) ?? []), one]);
  }
  return (
    <>
      {[...causes].map(([cause, missing]) => (
        <Trouble
          key={cause}
          name={named(missing)}
          problem={missing[0].problem}
          again={() => {
            for (const { again } of missing) again();
          }}
        />
      ))}
      {coming.length === 0 ? null : (
        <p class="waiting coming" role="status">
          {words.named(named(coming))}
          {words.loading}
        </p>
      )}
    </>
  );
}
