import type { Match, MatchRow } from '../../../analyses/match/question.ts';
import { joined, type Language, nameIn, percent, whole } from '../../../base/index.ts';
import { clauses, inBrackets, labelled } from '../../../figures/format-text.ts';
import { useWords } from '../../words/use-words.ts';
import { Table } from '../../parts/table.tsx';
import { useSelection } from '../../state/selection.ts';
import { answered, type SavedNeed, may, shortlisted } from './saved-needs.ts';
import { useSavedNeeds } from './use-saved-needs.ts';
import { words } from './words.ts';

/** What holds less of a need than this does not answer it. */
export const HALF = 0.5;

interface ShortlistProps {
  readonly match: Pick<Match, 'rows' | 'beyond'>;
  /** The need as it is kept; null where it is not. */
  readonly kept: SavedNeed | null;
}

/** Who may help, with why, how sure and how far; of a need that is kept also who is on one's list and who answered. */
export function Shortlist({ match, kept }: ShortlistProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const rows = match.beyond === null ? match.rows : [...match.rows, match.beyond];
  return (
    <Table
      name={text.shortlist}
      class="shortlist"
      columns={[
        { title: text.rank, number: true, cell: ({ rank }) => rank },
        { title: text.who, cell: (row) => <Who row={row} /> },
        { title: text.why, class: 'why', cell: (row) => <Why row={row} /> },
        { title: text.where, class: 'near', cell: (row) => <Where row={row} /> },
        { title: text.joint, class: 'near', cell: (row) => <Joint row={row} /> },
        {
          title: text.sure,
          class: 'sure-text',
          cell: ({ sure, sureZh }) => nameIn({ name: sure, nameZh: sureZh }, lang),
        },
        ...(kept === null
          ? []
          : [
              {
                title: text.onList,
                class: 'marks',
                cell: (row: MatchRow) => <Marks row={row} kept={kept} />,
              },
            ]),
      ]}
      rows={rows}
      idOf={idOf}
      acts={(row) => (kept?.shortlist.includes(idOf(row)) === true ? { class: 'listed-row' } : {})}
      over={(row) => (row === match.beyond ? text.beyond : null)}
    />
  );
}

const idOf = ({ resource, institution }: MatchRow): string => resource?.id ?? institution!.id;

/** A resource by its name in the reader's language; an institution by the one it has. */
function whoOf({ resource, institution }: MatchRow, lang: Language): string {
  return resource === null ? institution!.name : nameIn(resource, lang);
}

interface OneProps {
  readonly row: MatchRow;
}

function Who({ row }: OneProps) {
  const { lang } = useSelection();
  const { resource } = row;
  return (
    <>
      <strong>{whoOf(row, lang)}</strong>
      {resource === null ? null : (
        <small>
          {joined(
            [
              nameIn({ name: resource.kind.replaceAll('-', ' '), nameZh: resource.kindZh }, lang),
              resource.host || [],
            ].flat(),
            lang,
          )}
        </small>
      )}
    </>
  );
}

/** How much of the need one holds, in what words, fields, topics and works. */
function Why({ row: { resource, why, missing, lacks, coverage } }: OneProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const frame = useWords();
  const join = (parts: readonly string[]): string => joined(parts, lang);
  return (
    <>
      <span>{text.coverage(percent(coverage, lang))}</span>
      {lacks.length > 0 ? (
        <small>{text.lacks(join(lacks))}</small>
      ) : coverage < HALF ? (
        <small>{text.little}</small>
      ) : null}
      <small>
        {frame.named(coverage < 1 ? text.partly : text.found)}
        {join([...text.foundOf(why), ...why.keywords])}
        {missing.length === 0 ? '' : text.notFound(join(missing))}
      </small>
      {resource === null || resource.fields.length === 0 ? null : <small>{join(resource.fields)}</small>}
      {why.topics.length === 0 ? null : (
        <small>
          {frame.named(text.topics)}
          {join(why.topics)}
        </small>
      )}
      {why.works.length === 0 ? null : (
        <small>
          {frame.named(text.works)}
          {clauses(
            why.works.map(({ title, year, id }) => (title ?? id) + inBrackets(String(year), lang)),
            lang,
          )}
        </small>
      )}
    </>
  );
}

function Where({ row: { place, km } }: OneProps) {
  const { lang } = useSelection();
  return (
    <>
      {place === null ? '–' : nameIn(place, lang)}
      {km === null ? null : <small>{words[lang].km(whole(km, lang))}</small>}
    </>
  );
}

/** Works together with whoever asks. */
function Joint({ row: { joint } }: OneProps) {
  const { lang } = useSelection();
  if (joint === null) return <>–</>;
  return (
    <>
      {whole(joint.works, lang)}
      <small>{words[lang].jointWith[joint.with]}</small>
    </>
  );
}

/** Whether one is on the list, and whether it answered. */
function Marks({ row, kept }: { readonly row: MatchRow; readonly kept: SavedNeed }) {
  const { lang } = useSelection();
  const { change } = useSavedNeeds();
  const text = words[lang];
  const id = idOf(row);
  const name = whoOf(row, lang);
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={kept.shortlist.includes(id)}
          disabled={!may('shortlist', kept)}
          aria-label={labelled(text.on, name, lang)}
          onChange={() => change((needs) => shortlisted(needs, kept.id, id))}
        />{' '}
        {text.on}
      </label>
      <label>
        <input
          type="checkbox"
          checked={kept.answer.includes(id)}
          disabled={!may('answer', kept)}
          aria-label={labelled(text.answers, name, lang)}
          onChange={() => change((needs) => answered(needs, kept.id, id))}
        />{' '}
        {text.answers}
      </label>
    </>
  );
}
