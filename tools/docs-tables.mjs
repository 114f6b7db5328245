// Makes docs/tables.md from the declarations of the tables, so that the page cannot drift. Needs `npm run build`.
//   node tools/docs-tables.mjs [--check]
import { TABLES } from '../dist/observatory/index.js';
import { cell, publish } from './docs-page.mjs';

const HEAD = `
# Tables and columns

<!-- Made by tools/docs-tables.mjs from src/observatory/tables. Change it there. -->

An observatory is a folder of Parquet files, one a table; \`datapackage.json\` in the folder describes them in the same words
([Frictionless Data Package](https://specs.frictionlessdata.io/data-package/)). Read them [with any tool](./python-and-r.md), or with
\`synopolis sql\`.

**Units.** Every column that is added up is a whole number. Shares and weights count in units of 2⁻³⁰ of a work, so that
sums are exact in any order: divide by 1,073,741,824 ([Share and Count](./methods/share.md)).

**Undefined is null**, never 0, NaN or an empty text. **Rows are in a fixed order**: the same records and settings give the same bytes.

**Which table?**

| to ask | read |
| --- | --- |
| output of places | \`city_output\`, \`region_output\` (provinces, nations, definitions) |
| output of a set of cities, a topic, a sector | \`work_cities\`, \`work_institutions\`: a Count is of works, each once |
| who works with whom | \`city_links\`, \`region_links\` |
| what is missing | \`unlocated\`, and \`work_institutions\` where \`city\` is null |
| what a number stands for | \`places\`, \`region_cities\`, \`fields\`, \`sources\`, \`institutions\`, \`works\` |

**Links.** Every counting below has four columns: plain, \`_coaffiliated\`, \`_capped\`, \`_capped_coaffiliated\`, of the same type. Combine
them: without co-affiliation, plain less \`_coaffiliated\`; with works above the author cap or truncated, plain plus \`_capped\`.

**By address.** Where the records have addresses, tables that end in \`_by_address\` hold the same [where addresses say](./where-an-institution-counts.md#or-where-the-address-says);
\`synopolis sql --located-by address\` asks them under the names below.

The folder \`parts/\` beside the tables is what a build keeps to go on from; nothing else reads it.
`;

/** The head says what these are of each counting. */
const VARIANT = /_(coaffiliated|capped|capped_coaffiliated)$/;

const table = ({ name, description, key, columns }) => `
## ${name}

${cell(description)}

Key: ${key.map((column) => `\`${column}\``).join(', ')}.

| column | what |
| --- | --- |
${Object.entries(columns)
  .filter(([column]) => !(VARIANT.test(column) && Object.hasOwn(columns, column.replace(VARIANT, ''))))
  .map(([column, [type, what]]) => `| \`${column}\` ${type} | ${cell(what)} |`)
  .join('\n')}
`;

await publish('docs/tables.md', HEAD + TABLES.map(table).join(''), 'docs-tables.mjs');
