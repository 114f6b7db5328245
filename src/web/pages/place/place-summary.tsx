import type { PlaceDetail } from '../../../analyses/places/index.ts';
import type { Profile, ProfileRow } from '../../../analyses/profile/question.ts';
import { nameIn, whole } from '../../../base/index.ts';
import { asPublished, inBrackets } from '../../../figures/format-text.ts';
import { LANG_ATTRIBUTE, OTHER } from '../../state/language.ts';
import { Link } from '../../parts/link.tsx';
import { useSelection } from '../../state/selection.ts';
import { useWords } from '../../words/use-words.ts';
import { words } from './words.ts';

const MOST_COMPARED = 6;
/** Published figures that say how large a place is. */
const SIZE = ['population', 'gdp_nominal'] as const;

interface PlaceSummaryProps {
  readonly place: PlaceDetail;
  /** Null until it is there. */
  readonly figures: Pick<Profile, 'rows'> | null;
}

/** Which place this is: names, kind, where it lies, how large it is, and the way to a comparison. */
export function PlaceSummary({ place, figures }: PlaceSummaryProps) {
  const { lang, places } = useSelection();
  const text = words[lang];
  const frame = useWords();
  const other = text.otherName(place);
  // A municipality is in the province of its own name, which says nothing.
  const within = [place.province, place.nation].filter(
    (one) => one !== null && one.id !== place.id && one.name !== place.name,
  );
  return (
    <div class="who">
      <h1>
        {nameIn(place, lang)}
        {other === null || other === nameIn(place, lang) ? null : (
          <span class="other" lang={LANG_ATTRIBUTE[OTHER[lang]]}>
            {other}
          </span>
        )}
      </h1>
      <p>
        {frame.kinds[place.kind]}
        {within.length === 0 ? null : text.in}
        {within.map((one, i) => (
          <>
            {i === 0 ? null : text.comma}
            <Link to={`/place/${one!.id}`}>{nameIn(one!, lang)}</Link>
          </>
        ))}
        {place.kind === 'city' ? null : ` · ${text.members(whole(place.cities.length, lang))}`}
        {` · ${text.institutions(place.institutions)}`}
        {place.version === null ? null : ` · ${text.version} ${place.version}`}
        {` · ${text.id} ${place.id}`}
      </p>
      {place.regions.length === 0 ? null : (
        <p>
          {text.regions}
          {place.regions.map((one, i) => (
            <>
              {i === 0 ? null : text.clause}
              <Link to={`/place/${one.id}`}>{nameIn(one, lang)}</Link>
              {one.membership === 'partial' ? inBrackets(text.partly, lang) : null}
            </>
          ))}
        </p>
      )}
      {figures === null ? null : <Size figures={figures} />}
      {place.source === null ? null : (
        <p class="quiet-text">
          {frame.named(text.definedBy)}
          {place.source}
        </p>
      )}
      <p>
        <Link
          to="/compare"
          class="action"
          with={
            places.includes(place.id) || places.length >= MOST_COMPARED
              ? {}
              : { places: [...places, place.id].join(',') }
          }
        >
          {places.includes(place.id)
            ? text.inComparison
            : places.length >= MOST_COMPARED
              ? text.full
              : text.add}
        </Link>
      </p>
    </div>
  );
}

/** Population and product, with vintage and source. */
function Size({ figures }: { readonly figures: Pick<Profile, 'rows'> }) {
  const { lang } = useSelection();
  const rows = SIZE.flatMap(
    (metric) => figures.rows.find(({ section, key }) => section === 'statistics' && key === metric) ?? [],
  );
  if (rows.length === 0) return null;
  const say = (row: ProfileRow): string => {
    // The table below has other vintages, and how it was added up.
    const vintage = (notes: string): string => notes.split(/[;；]/)[0];
    const [name, unit, note] = [
      [row.name, row.nameZh],
      [row.unit, row.unitZh],
      [row.note, row.noteZh],
    ].map(([en, zh]) => nameIn({ name: en ?? '', nameZh: zh }, lang));
    return words[lang].size(name, asPublished(row.value, lang), unit, vintage(note));
  };
  return (
    <ul class="lines">
      {rows.map((row) => (
        <li key={row.key} title={row.source ?? undefined}>
          {say(row)}
        </li>
      ))}
    </ul>
  );
}
