import type { DefinitionRow } from '../../api-client/contract.ts';
import { nameIn } from '../../../base/index.ts';
import { useMemo } from 'preact/hooks';
import type { Coordination } from '../../../analyses/coordination/question.ts';
import type { Links } from '../../../analyses/links/question.ts';
import type { Ranking } from '../../../analyses/ranking/question.ts';
import { regionLinks } from '../../../figures/own-region/links.ts';
import { regionRanks } from '../../../figures/own-region/ranks.ts';
import { regionYears } from '../../../figures/own-region/years.ts';
import { pathOf } from '../../api-client/client.ts';
import type { Answered } from '../../api-client/contract.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { useDefinitions, useObservatory } from '../../frame/observatory.ts';
import { Choice } from '../../parts/choice.tsx';
import { FigureBox } from '../../parts/figure-box.tsx';
import { Link } from '../../parts/link.tsx';
import { Answer, State } from '../../parts/states.tsx';
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
  readonly beside: DefinitionRow | null;
}

/** The region beside official ones: rank, collaboration inside, and that through the years. The server counts all of it. */
export function Comparison({ region, beside }: ComparisonProps) {
  const selection = useSelection();
  const { lang, by } = selection;
  const text = words[lang];
  const definitions = useDefinitions();
  const filters = filtersOf(selection);
  const own = { ...filters, region: textOf(region), lang };
  const ranking = useAnswer(
    pathOf('analyses/ranking', {
      ...own,
      of: 'regions',
      by,
      top: REGIONS,
      prefer: beside === null ? null : beside.id,
    }),
  );
  const links = useAnswer(pathOf('analyses/links', { ...own, place: idOf(region), rows: 'inside', top: 1 }));
  const official = useAnswer(
    beside === null
      ? null
      : pathOf('analyses/links', { ...filters, lang, place: beside.id, rows: 'inside', top: 1 }),
  );
  const { window, coming } = useWindow(filters.years);
  const coordination = useAnswer(
    window === 0
      ? null
      : pathOf('analyses/coordination', {
          ...own,
          place: idOf(region),
          peers: beside?.id ?? null,
          window,
        }),
    coming,
  );
  const inside = region.cities.length > 1;
  return (
    <section class="comparison">
      <h2>{text.comparison}</h2>
      <Choice
        label={text.beside}
        value={beside?.id ?? ''}
        options={[
          ...(beside === null ? [{ value: '', label: '–' }] : []),
          ...definitions.map((one) => ({ value: one.id, label: nameIn(one, lang) })),
        ]}
        onPick={(id) => select({ definition: id === '' ? null : id })}
      />
      {beside === null ? null : <DifferenceTold region={region} beside={beside} />}
      {beside === null ? null : <State of={official} name={nameIn(beside, lang)} />}
      <SideBySide {...{ region, beside, ranking, links, official, coordination }} />
      <div class="figures">
        <Answer of={ranking}>{(answer) => <RanksFigure answer={answer} region={region} />}</Answer>
        {inside ? (
          <>
            <Answer of={links}>{(own) => <LinksFigure own={own} official={official.answer} />}</Answer>
            <Answer of={coordination}>{(answer) => <YearsFigure answer={answer} />}</Answer>
          </>
        ) : (
          <>
            <p class="empty">{text.one}</p>
            <State of={links} name={text.ratio} />
            <State of={coordination} name={text.overYears} />
          </>
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
          <Link to="/robustness" with={{ of: region.name }}>
            {words[lang].robust}
          </Link>
        </p>
      }
    />
  );
}

interface LinksProps {
  readonly own: Links & Answered;
  readonly official: (Links & Answered) | null;
}

function LinksFigure({ own, official }: LinksProps) {
  const { lang } = useSelection();
  const figure = useMemo(
    () => regionLinks([own, ...(official === null ? [] : [official])], lang),
    [own, official, lang],
  );
  return <FigureBox figure={figure} level={3} />;
}

function YearsFigure({ answer }: { readonly answer: Coordination & Answered }) {
  const { lang } = useSelection();
  const figure = useMemo(() => regionYears(answer, lang), [answer, lang]);
  return <FigureBox figure={figure} level={3} />;
}

/** Three years, or as many as there are; none until these are known. */
function useWindow(years: string | null): { readonly window: number; readonly coming: boolean } {
  const { years: all, coming } = useObservatory();
  if (all.length === 0) return { window: 0, coming };
  const [from = all[0], to = all.at(-1)!] = years?.split('-').map(Number) ?? [];
  return { window: Math.max(1, Math.min(WINDOW, to - from + 1)), coming };
}
