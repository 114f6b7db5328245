// Makes docs/tables.md from the declarations of the tables, so that the page cannot drift. Needs `npm run build`.
//   node tools/docs-tables.mjs [--check]
import { TABLES } from '../dist/observatory/index.js';
import { cell, publish } from './docs-page.mjs';

const HEAD = `
# Tables and columns

<!-- Made by tools/docs-tables.mjs from src/observatory/tables. Change it there. -->

An observatory is a folder of Parquet files, one a table. Any tool that reads Parquet reads them; \`datapackage.json\` in
the folder describes them in the same words ([Frictionless Data Package](https://specs.frictionlessdata.io/data-package/)).
\`synopolis sql\` asks them without another tool.

**Units.** Every column that is added up is a whole number. Shares and weights count in units of 2⁻³⁰ of a work, so that
sums are exact in any order: divide by 1,073,741,824 to get works. [Share and Count](./methods/share.md) says why.

**Undefined is null**, never 0, NaN or an empty text.

**Order.** Rows stand in a fixed order, and the same records and settings give the same bytes.

**Which table?**

| to ask | read |
| --- | --- |
| output of places | \`city_output\`, \`region_output\` (provinces, nations, definitions) |
| output of a set of cities, a topic, a sector | \`work_cities\`, \`work_institutions\`: a Count is of works, each once |
| who works with whom | \`city_links\`, \`region_links\` |
| what is missing | \`unlocated\`, and \`work_institutions\` where \`city\` is null |
| what a number stands for | \`places\`, \`region_cities\`, \`fields\`, \`sources\`, \`institutions\`, \`works\` |

**Links.** Every counting has four columns: plain, \`_coaffiliated\`, \`_capped\`, \`_capped_coaffiliated\`. What you want is a
sum of them: without co-affiliation, plain less \`_coaffiliated\`; with large teams, plain plus \`_capped\`.

The folder \`parts/\` beside the tables is what a build keeps to go on from; nothing else reads it.
`;

const table = ({ name, description, key, columns }) => `
## ${name}

${cell(description)}

Key: ${key.map((column) => `\`${column}\``).join(', ')}.

| column | type | what |
| --- | --- | --- |
${Object.entries(columns)
  .map(([column, [type, what]]) => `| \`${column}\` | ${type} | ${cell(what)} |`)
  .join('\n')}
`;

await publish('docs/tables.md', HEAD + TABLES.map(table).join(''), 'docs-tables.mjs');
