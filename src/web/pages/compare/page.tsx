import { useEffect } from 'preact/hooks';
import type { Compare } from '../../../analyses/compare/question.ts';
import { list, nameIn, whole } from '../../../base/index.ts';
import { pathOf } from '../../api-client/client.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { Link } from '../../parts/link.tsx';
import { Answer } from '../../parts/states.tsx';
import { titleOf } from '../../state/observatory.ts';
import { slotsOf } from '../../state/hues.ts';
import { filtersOf, useSelection } from '../../state/selection.ts';
import { Charts } from './charts.tsx';
import { Chosen } from './chosen.tsx';
import { Glance } from './glance.tsx';
import { OutputTogether } from './output.tsx';
import './page.css';
import { Listed, Published } from './published.tsx';
import { words } from './words.ts';

const [FEWEST, MOST] = [2, 6];
const WORKS = ['output', 'rank', 'ahead', 'growth', 'fields', 'collaboration', 'links'];
const EXAMPLE = 'cn:1100,cn:3100,def:gba_9_2';

/** Two to six places side by side on everything. */
export default function ComparePage() {
  const selection = useSelection();
  const { lang, places, regions } = selection;
  const text = words[lang];
  const chosen = places.length + regions.length;
  if (chosen < FEWEST || chosen > MOST)
    return (
      <div class="column">
        <h1>{text.empty}</h1>
        <p>{chosen > MOST ? text.tooMany(whole(chosen, lang)) : chosen === 1 ? text.one : text.pick}</p>
        <Chosen known={[]} most={MOST} />
        {chosen === 0 ? (
          <p>
            <Link with={{ places: EXAMPLE }}>{text.example}</Link>
          </p>
        ) : null}
      </div>
    );
  return <Comparison />;
}

function Comparison() {
  const selection = useSelection();
  const { lang, places, regions } = selection;
  const text = words[lang];
  const asked = {
    place: places.length === 0 ? null : places.join(','),
    region: regions,
    lang,
  };
  const works = useAnswer(
    pathOf('analyses/compare', { ...asked, ...filtersOf(selection), by: WORKS.join(',') }),
  );
  const facts = useAnswer(
    pathOf('analyses/compare', { ...asked, ...filtersOf(selection), by: 'statistics,resources' }),
  );
  // Names and hues of those that were compared last stand still while others are counted.
  const known = (works.last ?? facts.last)?.places ?? [];
  const now = (works.answer ?? facts.answer)?.places ?? [];
  const slots = slotsOf(known.map(({ id }) => id));
  const heading =
    now.length === 0
      ? text.empty
      : text.heading(
          list(
            now.map((place) => nameIn(place, lang)),
            lang,
          ),
        );
  useEffect(() => {
    // The frame names the page first.
    const later = setTimeout(() => (document.title = titleOf(heading)));
    return () => clearTimeout(later);
  }, [heading]);
  return (
    <>
      <h1 class="compared-places">{heading}</h1>
      <Chosen known={known} slots={slots} most={MOST} />
      <Answer of={works}>
        {(answer) => (
          <>
            <Warnings answer={answer} />
            <Glance compare={answer} slots={slots} />
            <OutputTogether places={asked.place} regions={regions} slots={slots} />
            <Charts compare={answer} slots={slots} />
          </>
        )}
      </Answer>
      <Answer of={facts}>
        {(answer) => (
          <>
            <Published compare={answer} />
            <Listed compare={answer} />
          </>
        )}
      </Answer>
    </>
  );
}

/** What must be known before any of it is read: overlaps, places of different kinds. */
function Warnings({ answer: { about } }: { readonly answer: Compare }) {
  const { lang } = useSelection();
  const warnings = words[lang].warningsOf(about);
  if (warnings.length === 0) return null;
  return (
    <ul class="warnings">
      {warnings.map((warning) => (
        <li key={warning}>{warning}</li>
      ))}
    </ul>
  );
}
