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

function libraryOf({ example = {} }, name) {
  return `import { Observatory, ${name} } from 'synopolis';

const observatory = await Observatory.open('demo/observatory');
const { about, rows } = await ${name}.run(observatory, ${name}.params.parse(${JSON.stringify(example)}));
observatory.close();`;
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

function standardOf({ standard }, argument) {
  if (argument || standard === undefined) return '*required*';
  const none = standard === null || standard === '' || (Array.isArray(standard) && standard.length === 0);
  return none ? '' : code(written(standard));
}

function parameterRow(parameter, argument, form) {
  const { name, reading, description, local } = parameter;
  const flag = argument
    ? `<${name}>`
    : `--${reading === 'flag' && parameter.standard === true ? 'no-' : ''}${kebab(name)}`;
  const chinese = form.parameters.find((one) => one.name === name);
  const told = chinese === undefined ? '' : `${chinese.label.zh}：${chinese.help.zh}`;
  return `| ${code(name)} | ${code(flag)}${local ? ' (not over HTTP)' : ''} | ${KINDS[reading]} | ${standardOf(parameter, argument)} | ${taken(parameter)} | ${text(description)} | ${text(told)} |`;
}

/**
 * The page of a question as Markdown.
 * @param analysis its declaration
 * @param parameters and form: what `parametersOf` and `formOf` make of it
 * @param name of the declaration in the library
 */
export function pageOf(analysis, parameters, form, name) {
  const { id, title, description, argument, columns, files = {}, alone } = analysis;
  const own = Object.entries(files);
  return `
# ${title.en} · ${title.zh}

<!-- Made by tools/docs-analyses.mjs from the declaration of ${id} in src/analyses. Change it there. -->

${text(description.en)}

${text(description.zh)}

## Ask it

On the command line:

\`\`\`sh
${commandOf(analysis)}
\`\`\`

Over HTTP, from \`synopolis serve demo/observatory\` (\`.csv\`, \`.parquet\`, \`.xlsx\` after the name give files):

\`\`\`text
GET ${routeOf(analysis)}
\`\`\`

From the library:

\`\`\`ts
${libraryOf(analysis, name)}
\`\`\`
${alone === undefined ? '' : '\nIt can be asked without an observatory too.\n'}
## Parameters

| name | flag | kind | default | takes | what | 说明 |
| --- | --- | --- | --- | --- | --- | --- |
${parameters.map((one) => parameterRow(one, one.name === argument, form)).join('\n')}

## Columns

| id | title | 标题 |
| --- | --- | --- |
${columns.map(({ id: column, title: head }) => `| ${code(column)} | ${text(head.en)} | ${text(head.zh)} |`).join('\n')}
${
  own.length === 0
    ? ''
    : `
## Formats of its own

| name | ends with | media type | what | 说明 |
| --- | --- | --- | --- | --- |
${own.map(([format, { extension, mediaType, title: what }]) => `| ${code(format)} | ${code(`.${extension}`)} | ${code(mediaType)} | ${text(what.en)} | ${text(what.zh)} |`).join('\n')}
`
}`;
}

/** The page that lists all questions. */
export function listOf(analyses) {
  return `
# Analyses

<!-- Made by tools/docs-analyses.mjs from src/analyses. Change it there. -->

Every question that can be asked of an observatory: declared once in \`src/analyses\`, and from that its command, its
route, its form and its page here.

| id | question | 问题 | what it answers |
| --- | --- | --- | --- |
${analyses.map(({ id, title, description }) => `| [\`${id}\`](./${id}.md) | ${text(title.en)} | ${text(title.zh)} | ${text(description.en)} |`).join('\n')}
`;
}
