// Makes docs/command-line.md from the command line itself, so that the page cannot drift. Needs `npm run build`.
//   node tools/docs-cli.mjs [--check]
import { ANALYSES } from '../dist/analyses/index.js';
import { program } from '../dist/cli/program.js';
import { cell, publish } from './docs-page.mjs';

const HEAD = `
# Command line

<!-- Made by tools/docs-cli.mjs from src/cli. Change it there. -->

Results go to standard output, progress and warnings to standard error. An error says what was wrong, where, and what to do.

| exit code | means |
| --- | --- |
| 0 | done |
| 1 | failed |
| 2 | asked for in a way that cannot be done |
| 130 | a build was stopped with Ctrl-C; the same command goes on where it stopped |

Places are given by id (\`cn:3205\`, \`gn:2643743\`, \`cn-p:32\`, \`iso:CN\`, \`def:yrd_41\`) or by exact name, English or
Chinese; a name that fits several places is refused with their ids. Lists are joined by commas.

\`--format table\` is for reading; \`csv\` has its meaning in comment lines on top (\`#\`); \`json\` prints \`{about, rows}\`;
\`parquet\` and \`xlsx\` need \`--out FILE\`. Without \`--format\`, a file is what its ending says: \`--out cities.csv\` is CSV.

In CSV a text that a spreadsheet program would take for a formula has an apostrophe before it (\`'=HYPERLINK(…)\`); \`--raw\`
leaves texts as they are, for programs. What is printed shows control characters of names as signs (␛) and never sends them to
the terminal.
`;

const sentence = (text) => `${text[0].toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;

function standard({ defaultValue, defaultValueDescription: told, negate, long }) {
  if (told) return told;
  if (negate || defaultValue === undefined || defaultValue === false) return '';
  if (long === '--memory') return `${defaultValue / 1e9}GB`;
  return Array.isArray(defaultValue) ? defaultValue.join(',') : String(defaultValue);
}

/** An option's row; what its description says of its default moves to the column for it. */
function row(option, needed) {
  const said = / \(default: ([^)]*)\)$/.exec(option.description);
  const choices = option.argChoices ? ` (${option.argChoices.join(', ')})` : '';
  const what = (said ? option.description.slice(0, said.index) : option.description) + choices;
  return `| \`${option.flags}\` | ${cell(what)} | ${needed ? '*required*' : cell(said?.[1] ?? standard(option))} |`;
}

function section(command, parents) {
  const names = [...parents, command.name()];
  const path = names.slice(1).join(' ');
  const inner = command.commands.flatMap((one) => section(one, names)).join('\n');
  if (parents.length === 0) return [inner];
  const options = command.options.filter((option) => !option.hidden);
  const usage =
    command.commands.length > 0 ? [] : ['```text', `${names.join(' ')} ${command.usage()}`, '```', ''];
  const columns = ANALYSES.find(({ id }) => id === path)?.columns;
  return [
    [
      `${parents.length === 1 ? '##' : '###'} ${path}`,
      '',
      cell(sentence(command.description())),
      '',
      ...usage,
      ...(options.length === 0
        ? []
        : [
            '| option | what | default |',
            '| --- | --- | --- |',
            ...options.map((option) => row(option, option.mandatory)),
            '',
          ]),
      ...(columns === undefined
        ? []
        : [
            'Columns of its rows (in `csv` and `parquet`): ' +
              columns
                .map(({ id, title }) => `\`${id}\`${title.en === id ? '' : ` (${cell(title.en)})`}`)
                .join(', ') +
              '.',
            '',
          ]),
      inner,
    ].join('\n'),
  ];
}

await publish('docs/command-line.md', HEAD + section(await program(), []).join(''), 'docs-cli.mjs');
