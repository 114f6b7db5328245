import type { DefinitionRow } from '../../api-client/contract.ts';
import { byName, nameIn, whole } from '../../../base/index.ts';
import { useDefinitions } from '../../frame/observatory.ts';
import { Link } from '../../parts/link.tsx';
import { useSelection } from '../../state/selection.ts';
import { Table } from '../../parts/table.tsx';
import { words } from './words.ts';

/** The regions that the observatory was built with, each with its version and where its members come from. */
export function Definitions() {
  const { lang } = useSelection();
  const text = words[lang];
  const definitions = useDefinitions();
  return (
    <section>
      <h2>{text.definitions}</h2>
      <Table
        name={text.definitions}
        columns={[
          {
            title: text.region,
            order: (a, b) => byName(a, b, lang),
            cell: (one) => <Link to={`/place/${one.id}`}>{nameIn(one, lang)}</Link>,
          },
          { title: text.id, cell: ({ id }) => id },
          { title: text.version, cell: ({ version }) => version ?? '–' },
          {
            title: text.policy,
            number: true,
            order: (a, b) => (a.policyYear ?? Infinity) - (b.policyYear ?? Infinity) || 0,
            cell: ({ policyYear }) => policyYear ?? '–',
          },
          {
            title: text.cities,
            number: true,
            largestFirst: true,
            order: (a, b) => a.cities - b.cities,
            cell: ({ cities }) => whole(cities, lang),
          },
          { title: text.partial, number: true, cell: (one) => whole(partialOf(one), lang) },
          {
            title: text.source,
            cell: ({ source }) => (
              <span class="source" lang="en">
                {source ?? '–'}
              </span>
            ),
          },
        ]}
        rows={definitions}
        idOf={({ id }) => id}
      />
    </section>
  );
}

const partialOf = ({ members }: DefinitionRow): number =>
  members.filter(({ membership }) => membership === 'partial').length;
