import { defineMessages } from '../../base/index.ts';

interface City {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
}
interface Members {
  readonly city: City;
}
interface ToldTwice {
  readonly column: string;
  readonly definition: string;
  readonly value: string;
  readonly before: string;
  readonly line: number;
}

const namedEn = ({ id, name }: City): string => `${id} (${name})`;
const namedZh = ({ id, name, nameZh }: City): string => `${id}（${nameZh ?? name}）`;

/** What is wrong or doubtful in a file of definitions. */
export const messages = defineMessages('definitions', {
  // Of a file.
  correctThem: {
    en: 'Correct them; `synopolis regions check FILE` looks again.',
    zh: '请逐一改正；可用`synopolis regions check FILE`再次检查。',
  },
  noMember: { en: 'holds no member. Add a row for each city.', zh: '没有成员。请为每个城市添加一行。' },
  inTwoFiles: {
    en: ({ definition }: { definition: string }) =>
      `defines ${definition}, which another file defines too. Rename one.`,
    zh: ({ definition }) => `定义了${definition}，而另一文件也有此区域口径。请将其一改名。`,
  },
  twoDefaults: {
    en: ({ definitions: [a, b], idea }: { definitions: readonly [string, string]; idea: string }) =>
      `${a} and ${b} are both the default of ${idea}. Mark one of them.`,
    zh: ({ definitions: [a, b], idea }) => `${a}与${b}都标为${idea}的默认口径。请只标其一。`,
  },
  // Of a row.
  noPlace: {
    en: 'names no place. Give a place id in `place`, or `city` and `country`.',
    zh: '没有指明地点。请在`place`中给出地点编号，或给出`city`与`country`。',
  },
  noCountry: {
    en: ({ city }: { city: string }) =>
      `“${city}” stands without its country. Give \`country\` in two letters.`,
    zh: ({ city }) => `“${city}”没有注明国家。请在\`country\`中给出两位字母代码。`,
  },
  notUnit: {
    en: ({ unit }: { unit: string }) => `${unit} is not an administrative unit of GeoNames. Check the code.`,
    zh: ({ unit }) => `GeoNames没有行政单位${unit}。请核对代码。`,
  },
  notId: {
    en: ({ text }: { text: string }) =>
      `“${text}” is not a definition id. Use letters, digits, _ . and - (yrd_41).`,
    zh: ({ text }) => `“${text}”不能作区域口径的编号。请使用字母、数字、“_”“.”和“-”（如yrd_41）。`,
  },
  unknownMembership: {
    en: ({ text, near }: { text: string; near: string | null }) =>
      `Unknown membership “${text}”. ${near === null ? 'Use full or partial.' : `Did you mean ${near}?`}`,
    zh: ({ text, near }) =>
      `membership不能取“${text}”。${near === null ? '请填full或partial。' : `是否指${near}？`}`,
  },
  notYear: {
    en: ({ text }: { text: string }) =>
      `policy_year “${text}” is not a year. Use four digits, or leave it empty.`,
    zh: ({ text }) => `policy_year“${text}”不是年份。请写四位数字，或留空。`,
  },
  unknownDefault: {
    en: ({ text }: { text: string }) => `default “${text}” is unknown. Use yes, or leave it empty.`,
    zh: ({ text }) => `default不能取“${text}”。请填yes，或留空。`,
  },
  noSource: {
    en: 'has no source. State where the membership comes from.',
    zh: '没有来源。请写明成员名单的出处。',
  },
  toldTwice: {
    en: ({ column, definition, value, before, line }: ToldTwice) =>
      `${column} of ${definition} is “${value}” here and “${before}” on line ${line}. Give it once.`,
    zh: ({ column, definition, value, before, line }) =>
      `${definition}的${column}在此处为“${value}”，在第${line}行为“${before}”。请只写一次。`,
  },
  // Of a member.
  cityTwice: {
    en: ({ city, definition, line }: Members & { readonly definition: string; readonly line: number }) =>
      `${namedEn(city)} is already in ${definition}, line ${line}. Remove one.`,
    zh: ({ city, definition, line }) =>
      `${namedZh(city)}已列在${definition}之中（第${line}行）。请删去其一。`,
  },
  partialMember: {
    en: ({ city }: Members) =>
      `${namedEn(city)} belongs in part and counts whole. No action is needed if that is intended.`,
    zh: ({ city }) => `${namedZh(city)}只有一部分属于该区域，但整体计入。如有意如此，无须处理。`,
  },
  section: {
    en: ({ city }: Members) =>
      `${namedEn(city)} is a section of a larger city by GeoNames. Give the larger city, unless this part alone is meant.`,
    zh: ({ city }) => `按GeoNames，${namedZh(city)}是更大城市的一部分。如非只指这一部分，请给出该城市。`,
  },
  otherName: {
    en: ({ city, text }: Members & { readonly text: string }) =>
      `${city.id} is ${city.name}, not ${text}. Check which of the two is meant; the place id counts.`,
    zh: ({ city, text }) =>
      `${city.id}是${city.nameZh ?? city.name}，不是${text}。请核对所指为何；以地点编号为准。`,
  },
  noInstitution: {
    en: ({ city }: Members) => `${namedEn(city)} has no institution. Check that it is the place meant.`,
    zh: ({ city }) => `${namedZh(city)}没有机构。请核对是否为所指地点。`,
  },
  noInstitutionInUnit: {
    en: ({ unit }: { unit: string }) => `${unit} has no city with an institution. Check the code.`,
    zh: ({ unit }) => `${unit}没有任何有机构的城市。请核对代码。`,
  },
});
