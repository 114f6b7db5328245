import type { ComponentChildren } from 'preact';
import { nameOf } from '../../../figures/names.ts';
import type { ResourceRow } from '../../../output/resources.ts';
import { select } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { Sure } from './sure.tsx';
import { words } from './words.ts';

interface ResourceTableProps {
  readonly rows: readonly ResourceRow[];
  /** Id of the resource whose details are shown: it stands in the address. */
  readonly open: string | null;
}

/** Resources, a row each, with one unfolded. */
export function ResourceTable({ rows, open }: ResourceTableProps) {
  const { lang } = useSelection();
  const text = words[lang];
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={text.heading}>
      <table class="resources">
        <thead>
          <tr>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.kind}</th>
            <th scope="col">{text.city}</th>
            <th scope="col" class="number">
              {text.opened}
            </th>
            <th scope="col">{text.status}</th>
            <th scope="col">{text.sure}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.resource.id} row={row} open={row.resource.id === open} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export const resourceName = ({ nameEn, nameZh }: ResourceRow['resource'], lang: 'en' | 'zh'): string =>
  lang === 'zh' ? (nameZh ?? nameEn) : nameEn;

function Row({ row, open }: { readonly row: ResourceRow; readonly open: boolean }) {
  const { lang } = useSelection();
  const text = words[lang];
  const { resource, place, kind, howSure } = row;
  return (
    <>
      <tr class={open ? 'chosen' : undefined}>
        <td>
          <button
            type="button"
            class="row-name"
            aria-expanded={open}
            onClick={() => select({ id: open ? null : resource.id })}
          >
            {resourceName(resource, lang)}
            <span aria-hidden="true">{open ? ' ▾' : ' ▸'}</span>
          </button>
        </td>
        <td>{nameOf(kind, lang)}</td>
        <td class="city">{place === null ? '–' : nameOf(place, lang)}</td>
        <td class="number">{resource.opened ?? '–'}</td>
        <td>{text.statuses[resource.status]}</td>
        <td>
          <Sure of={howSure} />
        </td>
      </tr>
      {open ? (
        <tr class="unfolded">
          <td colSpan={6}>
            <Detail row={row} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** What else is known. Sources are text and no links: nobody has verified them. */
function Detail({ row: { resource, howSure } }: { readonly row: ResourceRow }) {
  const { lang } = useSelection();
  const text = words[lang];
  const facts: readonly (readonly [string, ComponentChildren])[] = [
    [text.host, resource.host],
    [text.partners, resource.partners.join(lang === 'zh' ? '；' : '; ')],
    [text.fields, resource.fields.join(lang === 'zh' ? '；' : '; ')],
    [text.doubts, howSure.doubts.join(lang === 'zh' ? '；' : '; ')],
    [text.source, resource.source ?? text.noSource],
    [text.url, resource.url],
    [text.unlocated, resource.unlocated],
    [text.note, resource.note],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) =>
        value === null || value === '' ? null : (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ),
      )}
    </dl>
  );
}
