import type { Form } from '../../../analyses/form/index.ts';
import { labelled } from '../../../figures/format-text.ts';
import { type Parameters, pathOf } from '../../api-client/client.ts';
import { useShared } from '../../api-client/use-shared.ts';
import { Link } from '../../parts/link.tsx';
import { Table } from '../../parts/table.tsx';
import { type Selection, useSelection } from '../../state/selection.ts';
import { DownloadButtons } from './download-buttons.tsx';
import { words } from './words.ts';

const FORMATS = ['csv', 'xlsx', 'parquet', 'json'] as const;
const LISTS = ['places', 'definitions', 'fields', 'claims', 'statistics', 'resources', 'manifest'] as const;

/** Every question with its files, asked with what is selected; and the lists behind them. */
export function DownloadTable() {
  const selection = useSelection();
  const { lang } = selection;
  const text = words[lang];
  const forms = useShared(pathOf('analyses'), 'analyses').answer?.rows ?? [];
  const questions = forms.map((form) => ({
    label: <Link to={`/methods/analyses/${form.id}`}>{form.title[lang]}</Link>,
    title: form.title[lang],
    path: `analyses/${form.id}`,
    asked: askedOf(form, selection),
    formats: [...FORMATS, ...form.files],
  }));
  const lists = LISTS.map((list) => ({
    label: (
      <>
        {labelled(text.others, '', lang)}
        <code>{list}</code>
      </>
    ),
    title: labelled(text.others, list, lang),
    path: list,
    asked: { lang },
    formats: FORMATS,
  }));
  return (
    <section>
      <h2>{text.downloads}</h2>
      <p class="quiet-text">{text.downloadsHelp}</p>
      <Table
        name={text.downloads}
        columns={[
          { title: text.question, cell: ({ label }) => label },
          {
            title: text.files,
            cell: ({ title, path, asked, formats }) => (
              <DownloadButtons title={title} path={path} asked={asked} formats={formats} />
            ),
          },
        ]}
        rows={[...questions, ...lists]}
        idOf={({ path }) => path}
      />
    </section>
  );
}

/** What is selected, as far as a question takes it. */
function askedOf({ parameters }: Form, selection: Selection): Parameters {
  const { years, field, sector, counting, definition, places, regions, lang } = selection;
  const takes = new Set(parameters.map(({ name }) => name));
  const place = definition ?? places.at(0) ?? null;
  const given: Parameters = { years, field, sector, counting, place, region: regions };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([name]) => takes.has(name))),
    lang,
  };
}
