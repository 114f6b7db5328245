import { nameIn } from '../../../base/index.ts';
import { useEffect, useMemo } from 'preact/hooks';
import { pathOf } from '../../api-client/client.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import type { PageProps } from '../../frame/pages.ts';
import { Answer } from '../../parts/states.tsx';
import { titleOf } from '../../state/observatory.ts';
import { useSelection } from '../../state/selection.ts';
import { Cities } from './cities.tsx';
import { Fields } from './fields.tsx';
import { Output, Ranks } from './output.tsx';
import './page.css';
import { Partners } from './partners.tsx';
import { Policies, Published, Unlocated } from './published.tsx';
import { Resources } from './resources.tsx';
import { PlaceSummary } from './place-summary.tsx';
import { words } from './words.ts';

/** Everything that is known of one place: each part is asked for on its own, all at once, and shown when the place is known. */
export default function PlacePage({ rest }: PageProps) {
  const { lang } = useSelection();
  const text = words[lang];
  if (rest === '')
    return (
      <div class="column">
        <h1>{text.none}</h1>
        <p>{text.noneHelp}</p>
      </div>
    );
  return <Place key={rest} id={rest} />;
}

const isDefinition = (id: string): boolean => id.startsWith('def:');

function Place({ id }: { readonly id: string }) {
  const { lang, years, field } = useSelection();
  const text = words[lang];
  const place = useAnswer(pathOf(`places/${encodeURIComponent(id).replaceAll('%3A', ':')}`, { lang }));
  // Who a place is does not change with the selection: each place has a page of its own.
  const known = place.last?.place ?? null;
  const profileOf = (by: string) =>
    pathOf('analyses/profile', { place: id, by, years, field, lang, parts: 'rows,table' });
  // Figures of a whole nation are added up for long; nothing else waits for them.
  const figures = useAnswer(profileOf('statistics'));
  const facts = useAnswer(profileOf('policies,unlocated'));
  const name = known === null ? null : nameIn(known, lang);
  useEffect(() => {
    if (name === null) return;
    // The frame names the page first.
    const later = setTimeout(() => (document.title = titleOf(name)));
    return () => clearTimeout(later);
  }, [name]);
  // The same elements while only a profile comes in: none of them is compared again.
  const works = useMemo(() => {
    const of = { id, place: known };
    const hasCities = known === null ? isDefinition(id) : known.kind !== 'city';
    return (
      <>
        <section class="pair" aria-label={text.output}>
          <Output {...of} />
          <Ranks {...of} />
        </section>
        {hasCities ? <Cities {...of} /> : null}
        <section class="pair" aria-label={`${text.fields}, ${text.partners}`}>
          <Fields {...of} />
          <Partners {...of} />
        </section>
      </>
    );
  }, [id, known, text]);
  return (
    <>
      {known === null ? <h1>{id}</h1> : null}
      <Answer of={place}>{(answer) => <PlaceSummary place={answer.place} figures={figures.answer} />}</Answer>
      {place.problem !== null && known === null ? null : (
        <div hidden={known === null}>
          {works}
          <Answer of={figures}>{(profile) => <Published profile={profile} />}</Answer>
          <Answer of={facts}>
            {(profile) => (
              <>
                <Policies profile={profile} />
                <Unlocated profile={profile} />
              </>
            )}
          </Answer>
          <Resources id={id} />
        </div>
      )}
    </>
  );
}
