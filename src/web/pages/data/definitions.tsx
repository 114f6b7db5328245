import { nameOf } from '../../../figures/names.ts';
import { whole } from '../../../figures/numbers.ts';
import { useDefinitions } from '../../frame/observatory.ts';
import { Link } from '../../parts/link.tsx';
import { useSelection } from '../../state/selection.ts';
import { Table } from './table.tsx';
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
          { title: text.region },
          { title: text.id },
          { title: text.version },
          { title: text.policy, number: true },
          { title: text.cities, number: true },
          { title: text.partial, number: true },
          { title: text.source },
        ]}
        rows={definitions.map((one) => [
          <Link key="name" to={`/place/${one.id}`}>
            {nameOf(one, lang)}
          </Link>,
          one.id,
          one.version ?? '–',
          one.policyYear ?? '–',
          whole(one.cities, lang),
          whole(one.members.filter(({ membership }) => membership === 'partial').length, lang),
          <span key="source" class="source" lang="en">
            {one.source ?? '–'}
          </span>,
        ])}
      />
    </section>
  );
}
