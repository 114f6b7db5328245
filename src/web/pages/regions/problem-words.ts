import type { ProblemWords } from './definition-file.ts';

/** What can be wrong in a file of a definition, and what to do about it. */
export const problemsEn: ProblemWords = {
  quotes: () =>
    'A quotation mark is not closed, or text follows a closing one. Close it, or double a literal quotation mark.',
  header: (columns) => `The file has no rows. The first line names the columns, such as ${columns}.`,
  missing: (columns) => `The column ${columns} is missing.`,
  unknownColumn: (columns, known) => `Column ${columns} is unknown or repeated. Columns are: ${known}.`,
  cells: (has, needs) =>
    `There are ${has} cells where the header has ${needs}. Put text with a comma in "double quotes".`,
  id: (id) => `“${id}” is not a valid definition id. Use letters, digits, _ . and -.`,
  source: () => 'The source is missing. Name the source of the membership.',
  membership: (text) => `membership “${text}” is unknown. Use full or partial.`,
  place: () => 'The place is missing. Give a place id or name in “place”, or “city” and “country”.',
  country: (city) => `The country of “${city}” is missing. Give it as a two-letter code.`,
  unit: (place) =>
    `${place} is not a city. Give cities, or provinces of China (cn-p:32). Nations cannot be added whole, and only the command line reads units of other countries (US.CA).`,
  noUnit: (place) => `${place} has no city in this observatory. Check the code.`,
  whole: (place, n) => `${place} was added whole: its ${n} cities in this observatory.`,
  kind: (name, found) => `“${name}” is not a city but ${found}. To add it whole, give its id in “place”.`,
  unknown: (city, country, near) =>
    `This observatory has no city “${city}”${country === '' ? '' : ` in ${country}`}.${near === '' ? '' : ` Similar names: ${near}.`} Give its id.`,
  several: (city, found) => `Several cities are named “${city}”: ${found}. Give the id of one.`,
  twice: (city, definition, line) => `${city} is already in ${definition}, line ${line}. Remove one.`,
  partial: (city) => `${city} belongs only in part and is counted in full.`,
  nothing: (city) => `${city} has no works in this observatory.`,
  resolved: (city, found) => `“${city}” was read as ${found}.`,
};

export const problemsZh: ProblemWords = {
  quotes: () => '引号没有闭合，或其后还有文字。请闭合；如需引号本身，请写两个。',
  header: (columns) => `没有数据行。首行应为列名，如 ${columns}。`,
  missing: (columns) => `缺少列 ${columns}。`,
  unknownColumn: (columns, known) => `列 ${columns} 未知或重复。可用的列：${known}。`,
  cells: (has, needs) => `有${has}个单元格，而表头有${needs}个。含逗号的文字请加双引号。`,
  id: (id) => `“${id}”不能作为区域口径编号。请用字母、数字、_、.和-。`,
  source: () => '没有来源。请说明成员依据。',
  membership: (text) => `membership“${text}”未知。请用full或partial。`,
  place: () => '没有写明地点。请在place中给出编号或名称，或给出city与country。',
  country: (city) => `“${city}”缺少国家。请用两个字母给出。`,
  unit: (place) =>
    `${place}不是城市。请给出城市，或中国的省级行政区（如cn-p:32）；国家不能整体列入，其他国家的行政区（如US.CA）只能由命令行读取。`,
  noUnit: (place) => `${place}在此观测库中没有城市。请核对编号。`,
  whole: (place, n) => `${place}按整体列入：此观测库中的${n}个城市。`,
  kind: (name, found) => `“${name}”不是城市，而是${found}。如需整体列入，请将其编号写在place中。`,
  unknown: (city, country, near) =>
    `“${city}”不是此观测库中${country}的城市。${near === '' ? '' : `相近：${near}。`}请给出编号。`,
  several: (city, found) => `有多个城市名为“${city}”：${found}。请给出所指城市的编号。`,
  twice: (city, definition, line) => `${city}已在${definition}中（第${line}行）。请删去一个。`,
  partial: (city) => `${city}只部分属于该区域，按全部计入。`,
  nothing: (city) => `${city}在此观测库中没有论文。`,
  resolved: (city, found) => `“${city}”视为${found}。`,
};
