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
| 2 | invalid options |
| 130 | a build was stopped with Ctrl-C; the same command continues where it stopped |

Inside the repository, run \`npx synopolis …\`. Give a place by id (\`cn:3205\`, \`gn:2643743\`, \`cn-p:32\`, \`iso:CN\`, \`def:yrd_41\`) or exact name, English or
Chinese; a name of several places is refused, with their ids. Separate lists with commas.

\`--format csv\` says what its numbers mean in comment lines (\`#\`) on top; \`json\` prints \`{about, rows}\`; \`parquet\` and \`xlsx\` need
\`--out FILE\`. Without \`--format\`, the ending of the file decides: \`--out cities.csv\` is CSV.

In CSV, an apostrophe before a text (\`'=HYPERLINK(…)\`) keeps a spreadsheet program from taking it for a formula; \`--raw\` leaves it
out, for programs. Control characters in names are printed as signs (␛) and never sent to the terminal.
`;

const sentence = (text) => `${text[0].toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;

function standard({ defaultValue, defaultValueDescription: told, negate, long }) {
  if (told) return told;
  if (negate || defaultValue === undefined || defaultValue === false) return '';
  if (long === '--memory') return `${defaultValue / 1e9}GB`;
  return Array.isArray(defaultValue) ? defaultValue.join(',') : String(defaultValue);
}

/** An option's row; what its description says of its default moves to the column for it. */
function row(option) {
  const said = / \(default: ([^)]*)\)$/.exec(option.description);
  const choices = option.argChoices ? ` (${option.argChoices.join(', ')})` : '';
  const what = (said ? option.description.slice(0, said.index) : option.description) + choices;
  return `| \`${option.flags}\` | ${cell(what)} | ${option.mandatory ? '*required*' : cell(said?.[1] ?? standard(option))} |`;
}

const HEADER = ['| option | what | default |', '| --- | --- | --- |'];
const questions = new Set(ANALYSES.map(({ id }) => id));
const shownOptions = (command) => command.options.filter(({ hidden }) => !hidden);
/** Rows that so many commands, or subcommands of a group, have alike are shown once. */
const [MANY, SEVERAL] = [3, 2];

/** A command with its subcommands. */
const family = (command) => [command, ...command.commands.flatMap(family)];

/** Of an option that means different things, the row that most commands have. */
function shared(commands, least) {
  const counts = new Map();
  for (const command of commands)
    for (const option of shownOptions(command)) {
      const { long } = option;
      const line = row(option);
      counts.set(line, { long, line, count: (counts.get(line)?.count ?? 0) + 1 });
    }
  const most = new Map();
  for (const one of [...counts.values()].sort((a, b) => b.count - a.count))
    if (one.count >= least && !most.has(one.long)) most.set(one.long, one.line);
  return new Set(most.values());
}

const table = (rows) => (rows.length === 0 ? [] : [...HEADER, ...rows, '']);

/** The section of a command and of its subcommands; `known` are rows that stand further up. */
function section(command, parents, known) {
  const path = [...parents, command.name()];
  const group = command.commands.length > 0;
  const options = shownOptions(command);
  const rows = options.map(row).filter((line) => !known.has(line));
  if (group) {
    const several = shared(family(command), SEVERAL);
    rows.push(...[...several].filter((line) => !known.has(line) && !rows.includes(line)));
  }
  const others = options.filter((option) => known.has(row(option))).map(({ long }) => `\`${long}\``);
  const further = new Set([...known, ...rows]);
  return [
    `${parents.length === 0 ? '##' : '###'} ${path.join(' ')}`,
    '',
    cell(sentence(command.description())),
    '',
    ...(group
      ? []
      : ['```text', `synopolis ${path.join(' ')} ${command.usage().replace('[options] ', '')}`, '```', '']),
    ...table(rows),
    ...(others.length === 0 ? [] : [`Also: ${others.join(', ')}.`, '']),
    ...command.commands.map((inner) => section(inner, path, further)),
  ].join('\n');
}

const all = (await program()).commands;
const analyses = all.filter((command) => questions.has(command.name()));
const others = all.filter((command) => !questions.has(command.name()));
const common = shared(others.flatMap(family), MANY);
const QUESTIONS = `
## Questions

Each has a page with its parameters and columns. They take the shared options below and
[parameters that most of them have](./analyses/index.md#shared-parameters).

${analyses.map((command) => `- [\`${command.name()} ${command.usage().replace('[options] ', '')}\`](./analyses/${command.name()}.md)`).join('\n')}

## Shared options

Options that stand under a group of commands, such as \`fetch\`, are those of several of them.

${HEADER.join('\n')}
${[...common].join('\n')}
`;
await publish(
  'docs/command-line.md',
  `${HEAD}${QUESTIONS}\n${others.map((command) => section(command, [], common)).join('\n')}`,
  'docs-cli.mjs',
);
