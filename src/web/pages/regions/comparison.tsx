import { useMemo } from 'preact/hooks';
import type { Coordination } from '../../../analyses/coordination/question.ts';
import type { Links } from '../../../analyses/link-params.ts';
import type { Ranking } from '../../../analyses/ranking-question.ts';
import { nameOf } from '../../../figures/names.ts';
import { regionLinks } from '../../../figures/own-region/links.ts';
import { regionRanks } from '../../../figures/own-region/ranks.ts';
import { regionYears } from '../../../figures/own-region/years.ts';
import { type Answered, pathOf } from '../../ask/ask.ts';
import { useAnswer } from '../../ask/use-answer.ts';
import { type DefinitionTold, useDefinitions, useObservatory } from '../../frame/observatory.ts';
import { Choice } from '../../parts/choice.tsx';
import { FigureBox } from '../../parts/figure-box.tsx';
import { Link } from '../../parts/link.tsx';
import { Answer } from '../../parts/states.tsx';
import { select } from '../../state/location.ts';
import { filtersOf, useSelection } from '../../state/selection.ts';
import { DifferenceTold } from './difference.tsx';
import { idOf, type OwnRegion, textOf } from './own-region.ts';
import { SideBySide } from './side-by-side.tsx';
import { words } from './words.ts';

/** Years that a point through time rests on, where there are as many. */
const WINDOW = 3;
const REGIONS = 200;

interface ComparisonProps {
  readonly region: OwnRegion;
  readonly beside: DefinitionTold | null;
}

/** The region beside official ones: rank, collaboration inside, and that through the years. The server counts all of it. */
export function Comparison({ region, beside }: ComparisonProps) {
  const selection = useSelection();
  const { lang, by } = selection;
  const text = words[lang];
  const definitions = useDefinitions();
  const filters = filtersOf(selection);
  const own = { ...filters, region: textOf(region), lang };
  const ranking = useAnswer<Ranking & Answered>(
    pathOf('analyses/ranking', { ...own, of: 'regions', by, top: REGIONS }),
  );
  const links = useAnswer<Links & Answered>(
    pathOf('analyses/links', { ...own, place: idOf(region), rows: 'inside', top: 1 }),
  );
  const official = useAnswer<Links & Answered>(
    beside === null
      ? null
      : pathOf('analyses/links', { ...filters, lang, place: beside.id, rows: 'inside', top: 1 }),
  );
  const window = useWindow(filters.years);
  const coordination = useAnswer<Coordination & Answered>(
    window === 0
      ? null
      : pathOf('analyses/coordination', {
          ...own,
          place: idOf(region),
          peers: beside?.id ?? null,
          window,
        }),
  );
  const inside = region.cities.length > 1;
  const others = official.old ? null : official.answer;
  const linksFigure = useMemo(
    () =>
      links.answer === null ? null : regionLinks([links.answer, ...(others === null ? [] : [others])], lang),
    [links.answer, others, lang],
  );
  return (
    <section class="comparison">
      <h2>{text.comparison}</h2>
      <Choice
        label={text.beside}
        value={beside?.id ?? ''}
        options={[
          ...(beside === null ? [{ value: '', label: '–' }] : []),
          ...definitions.map((one) => ({ value: one.id, label: nameOf(one, lang) })),
        ]}
        onPick={(id) => select({ definition: id === '' ? null : id })}
      />
      {beside === null ? null : <DifferenceTold region={region} beside={beside} />}
      <SideBySide
        region={region}
        beside={beside}
        ranking={ranking.old ? null : ranking.answer}
        links={links.old ? null : links.answer}
        official={others}
        coordination={coordination.old ? null : coordination.answer}
      />
      <div class="figures">
        <Answer of={ranking}>{(answer) => <RanksFigure answer={answer} region={region} />}</Answer>
        {inside ? (
          <>
            <Answer of={links}>
              {() => (linksFigure === null ? null : <FigureBox figure={linksFigure} level={3} />)}
            </Answer>
            <Answer of={coordination}>{(answer) => <YearsFigure answer={answer} />}</Answer>
          </>
        ) : (
          <p class="empty">{text.one}</p>
        )}
      </div>
    </section>
  );
}

interface RanksProps {
  readonly answer: Ranking & Answered;
  readonly region: OwnRegion;
}

function RanksFigure({ answer, region }: RanksProps) {
  const { lang } = useSelection();
  const figure = useMemo(() => regionRanks(answer, lang), [answer, lang]);
  return (
    <FigureBox
      figure={figure}
      level={3}
      note={
        <p class="quiet-text">
          <Link to="/firm" with={{ of: region.name }}>
            {words[lang].firm}
          </Link>
        </p>
      }
    />
  );
}

function YearsFigure({ answer }: { readonly answer: Coordination & Answered }) {
  const { lang } = useSelection();
  const figure = useMemo(() => regionYears(answer, lang), [answer, lang]);
  return <FigureBox figure={figure} level={3} />;
}

/** Three years, or as many as there are; none until these are known. */
function useWindow(years: string | null): number {
  const { years: all } = useObservatory();
  if (all.length === 0) return 0;
  const [from = all[0], to = all.at(-1)!] = years?.split('-').map(Number) ?? [];
  return Math.max(1, Math.min(WINDOW, to - from + 1));
}
