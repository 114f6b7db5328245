import type { Match, MatchRow } from '../../../analyses/match-question.ts';
import { nameOf } from '../../../figures/names.ts';
import { percent, whole } from '../../../figures/numbers.ts';
import { useSelection } from '../../state/selection.ts';
import { answered, type KeptNeed, may, shortlisted } from './kept.ts';
import { useKept } from './use-kept.ts';
import { words } from './words.ts';

/** What holds less of a need than this does not answer it. */
export const HALF = 0.5;

interface ShortlistProps {
  readonly match: Match;
  /** The need as it is kept; null where it is not. */
  readonly kept: KeptNeed | null;
}

/** Who may help, with why, how sure and how far; of a need that is kept also who is on one's list and who answered. */
export function Shortlist({ match, kept }: ShortlistProps) {
  const { lang } = useSelection();
  const text = words[lang];
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={text.shortlist}>
      <table class="shortlist">
        <thead>
          <tr>
            <th scope="col" class="number">
              {text.rank}
            </th>
            <th scope="col">{text.who}</th>
            <th scope="col">{text.why}</th>
            <th scope="col">{text.where}</th>
            <th scope="col">{text.joint}</th>
            <th scope="col">{text.sure}</th>
            {kept === null ? null : <th scope="col">{text.onList}</th>}
          </tr>
        </thead>
        <tbody>
          {match.rows.map((row) => (
            <Row key={idOf(row)} row={row} kept={kept} />
          ))}
          {match.beyond === null ? null : (
            <>
              <tr>
                <th scope="rowgroup" colSpan={kept === null ? 6 : 7}>
                  {text.beyond}
                </th>
              </tr>
              <Row row={match.beyond} kept={kept} />
            </>
          )}
        </tbody>
      </table>
    </div>
  );
}

export const idOf = ({ resource, institution }: MatchRow): string => resource?.id ?? institution!.id;

/** A resource by its name in the reader's language; an institution by the one it has. */
export function whoOf({ resource, institution }: MatchRow, lang: 'en' | 'zh'): string {
  return resource === null ? institution!.name : nameOf(resource, lang);
}

function Row({ row, kept }: { readonly row: MatchRow; readonly kept: KeptNeed | null }) {
  const { lang } = useSelection();
  const text = words[lang];
  const { resource, place, why, missing, km, joint, coverage } = row;
  const comma = lang === 'zh' ? '、' : ', ';
  const listed = kept?.shortlist.includes(idOf(row)) ?? false;
  return (
    <tr class={listed ? 'listed-row' : undefined}>
      <td class="number">{row.rank}</td>
      <td>
        <strong>{whoOf(row, lang)}</strong>
        {resource === null ? null : (
          <small>
            {[
              lang === 'zh' ? (resource.kindZh ?? resource.kind) : resource.kind.replaceAll('-', ' '),
              resource.host,
            ]
              .filter(Boolean)
              .join(comma)}
          </small>
        )}
      </td>
      <td class="why">
        <span>{text.coverage(percent(coverage, lang))}</span>
        {coverage < HALF ? <small>{text.little}</small> : null}
        <small>
          {coverage < 1 ? text.partly : text.found}: {[...why.notions, ...why.keywords].join(comma)}
          {missing.length === 0 ? '' : `. ${text.missing}: ${missing.join(comma)}`}
        </small>
        {resource === null || resource.fields.length === 0 ? null : (
          <small>{resource.fields.join(comma)}</small>
        )}
        {why.topics.length === 0 ? null : (
          <small>
            {text.topics}: {why.topics.join(comma)}
          </small>
        )}
        {why.works.length === 0 ? null : (
          <small>
            {text.works}: {why.works.map(({ title, year, id }) => `${title ?? id} (${year})`).join('; ')}
          </small>
        )}
      </td>
      <td class="near">
        {place === null ? '–' : nameOf(place, lang)}
        {km === null ? null : <small>{text.km(whole(km, lang))}</small>}
      </td>
      <td class="near">
        {joint === null ? (
          '–'
        ) : (
          <>
            {whole(joint.works, lang)}
            <small>{text.jointWith[joint.with]}</small>
          </>
        )}
      </td>
      <td class="sure-text">
        <small>{lang === 'zh' ? row.sureZh : row.sure}</small>
      </td>
      {kept === null ? null : <Marks row={row} kept={kept} />}
    </tr>
  );
}

/** Whether one is on the list, and whether it answered. */
function Marks({ row, kept }: { readonly row: MatchRow; readonly kept: KeptNeed }) {
  const { lang } = useSelection();
  const { change } = useKept();
  const text = words[lang];
  const id = idOf(row);
  const name = whoOf(row, lang);
  return (
    <td class="marks">
      <label>
        <input
          type="checkbox"
          checked={kept.shortlist.includes(id)}
          disabled={!may('shortlist', kept)}
          aria-label={`${text.on}: ${name}`}
          onChange={() => change((needs) => shortlisted(needs, kept.id, id))}
        />{' '}
        {text.on}
      </label>
      <label>
        <input
          type="checkbox"
          checked={kept.answer.includes(id)}
          disabled={!may('answer', kept)}
          aria-label={`${text.answers}: ${name}`}
          onChange={() => change((needs) => answered(needs, kept.id, id))}
        />{' '}
        {text.answers}
      </label>
    </td>
  );
}
