// The page of one question, from its declaration alone: what it asks, its parameters, its columns, how to ask it.
import { cell } from './docs-page.mjs';

/** The name of a flag on the command line, or what leaves it out. */
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const text = (value) => cell(String(value)).replaceAll('\n', ' ');
const code = (value) => `\`${value}\``;

/** A value as a person writes it on the command line or in an address. */
function written(value) {
  if (Array.isArray(value)) {
    return value
      .map((one) => (typeof one === 'object' ? `${one.name}=${one.cities.join(',')}` : one))
      .join(',');
  }
  if (value !== null && typeof value === 'object') {
    return value.from === value.to ? String(value.from) : `${value.from}-${value.to}`;
  }
  return String(value);
}

const quoted = (value) => (/[\s;&()<>|$"'`*?]/.test(value) ? `"${value.replaceAll('"', '\\"')}"` : value);

function commandOf({ id, argument, example = {} }) {
  const words = argument === undefined ? [] : [quoted(written(example[argument]))];
  const flags = Object.entries(example).flatMap(([name, value]) => {
    if (name === argument) return [];
    if (typeof value === 'boolean') return [value ? `--${kebab(name)}` : `--no-${kebab(name)}`];
    return [`--${kebab(name)} ${quoted(written(value))}`];
  });
  return ['synopolis', id, ...words, 'demo/observatory', ...flags].join(' ');
}

function routeOf({ id, example = {} }) {
  const query = Object.entries(example).map(
    ([name, value]) =>
      `${name}=${encodeURIComponent(written(value)).replaceAll('%2C', ',').replaceAll('%3A', ':')}`,
  );
  return `/api/analyses/${id}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

const KINDS = {
  years: 'years',
  regions: 'regions',
  flag: 'yes or no',
  list: 'list',
  choice: 'choice',
  whole: 'whole number',
  number: 'number',
  text: 'text',
};

/** What a parameter takes, as far as the declaration limits it. */
function taken({ reading, choices, least, most, above, below }) {
  const limits = [
    ...(least === null ? [] : [`${above ? 'above' : 'from'} ${least}`]),
    ...(most === null ? [] : [`${below ? 'below' : 'to'} ${most}`]),
  ].join(' ');
  const values = choices === null ? [] : [choices.map(code).join(', ')];
  const many = reading === 'list' || reading === 'regions';
  return [...values, ...(limits === '' ? [] : [many ? `${limits} of them` : limits])].join('; ');
}

function standardOf({ standard }) {
  if (standard === undefined) return '*required*';
  const none = standard === null || standard === '' || (Array.isArray(standard) && standard.length === 0);
  return none ? '' : code(written(standard));
}

/** The cells of a parameter after its name: the same where two questions mean the same by it. */
function parameterCells(parameter, form) {
  const chinese = form.parameters.find((one) => one.name === parameter.name);
  const said = chinese === undefined ? '' : `${chinese.label.zh}：${chinese.help.zh}`;
  const takes = [KINDS[parameter.reading], taken(parameter)].filter((words) => words !== '').join(' ');
  return `${takes}${parameter.local ? ' (not over HTTP)' : ''} | ${standardOf(parameter)} | ${text(parameter.description)} | ${text(said)}`;
}

const parameterRow = (parameter, form) => `| ${code(parameter.name)} | ${parameterCells(parameter, form)} |`;
const HEADER = `| name | takes | default | what | 说明 |
| --- | --- | --- | --- | --- |`;
/** Rows that so many questions have alike are shown once. */
const MANY = 5;

/**
 * Rows of parameters that many questions share.
 * @param analyses each with what `parametersOf` and `formOf` make of it
 */
export function sharedRows(analyses) {
  const counts = new Map();
  for (const { parameters, form } of analyses) {
    for (const parameter of parameters) {
      const row = parameterRow(parameter, form);
      counts.set(row, (counts.get(row) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= MANY).map(([row]) => row));
}

/**
 * The page of a question as Markdown.
 * @param analysis its declaration
 * @param parameters and form: what `parametersOf` and `formOf` make of it
 * @param name of the declaration in the library
 * @param shared what `sharedRows` makes of all questions
 */
export function pageOf(analysis, parameters, form, name, shared) {
  const { id, title, description, columns, files = {}, alone, example = {} } = analysis;
  const formats = Object.entries(files);
  const own = parameters.filter((one) => !shared.has(parameterRow(one, form)));
  const others = parameters.filter((one) => !own.includes(one)).map((one) => code(one.name));
  return `
# ${title.en} · ${title.zh}

<!-- Made by tools/docs-analyses.mjs from the declaration of ${id} in src/analyses. Change it there. -->

${text(description.en)}

${text(description.zh)}

## Ask it

\`\`\`sh
${commandOf(analysis)}
\`\`\`

\`\`\`text
GET ${routeOf(analysis)}
\`\`\`

\`\`\`ts
await ${name}.run(observatory, ${name}.params.parse(${JSON.stringify(example)}));
\`\`\`

[How to ask](./index.md#how-to-ask) explains the three.${alone === undefined ? '' : ' It can be asked without an observatory too.'}

## Parameters

${HEADER}
${own.map((one) => parameterRow(one, form)).join('\n')}
${others.length === 0 ? '' : `\n[Shared](./index.md#shared-parameters): ${others.join(', ')}.\n`}
## Columns

${columns.map(({ id: column, title: head }) => `${code(column)} ${text(head.en)}（${text(head.zh)}）`).join(', ')}.
${
  formats.length === 0
    ? ''
    : `
## Formats of its own

| name | ends with | media type | what | 说明 |
| --- | --- | --- | --- | --- |
${formats.map(([format, { extension, mediaType, title: what }]) => `| ${code(format)} | ${code(`.${extension}`)} | ${code(mediaType)} | ${text(what.en)} | ${text(what.zh)} |`).join('\n')}
`
}`;
}

/** The page that lists all questions. */
export function listOf(analyses, shared) {
  return `
# Analyses

<!-- Made by tools/docs-analyses.mjs from src/analyses. Change it there. -->

Every question that can be asked of an observatory. Each is declared once in \`src/analyses\`; its command, its route, its form and its
page are made from that.

| id | question | 问题 |
| --- | --- | --- |
${analyses.map(({ id, title }) => `| [\`${id}\`](./${id}.md) | ${text(title.en)} | ${text(title.zh)} |`).join('\n')}

## How to ask

- **Command line**: a parameter \`byField\` is the flag \`--by-field\`; one that takes yes or no and is \`true\` by default is
  switched off by \`--no-…\`. A *required* parameter that has no flag in the example stands as an argument before the folder.
- **HTTP**, from \`synopolis serve demo/observatory\`: parameters stand in the query; \`.csv\`, \`.parquet\` or \`.xlsx\` after the name
  gives a file ([more](../api.md)).
- **Library**: \`import { Observatory, ranking } from 'synopolis'\`, \`const observatory = await Observatory.open('demo/observatory')\`;
  the answer has \`rows\` and \`about\` ([more](../library.md)).

The columns on each page are those of \`csv\` and \`parquet\`.

## Shared parameters

${HEADER}
${[...shared].join('\n')}
`;
}
