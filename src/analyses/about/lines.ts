import { type Language, type Message, type ParameterStyle, render } from '../../base/index.ts';
import type { About } from './about.ts';
import { levelZh, sectorZh, workTypeZh } from '../population/filter-texts.ts';
import { syntheticLine } from './synthetic.ts';

/** What a result means, as the lines that stand under every table and in every export. */
export function aboutLines(about: About, language: Language = 'en', style?: ParameterStyle): string[] {
  const frame = FRAMES[language];
  const { interval, definitions, observatory, synthetic, dictionary = [], cite } = about;
  const say = (message: Message): string => render(message, language, style);
  const { method, notes, warnings } = about.messages;
  const counting = say(about.messages.counting);
  return [
    ...syntheticLine(synthetic, language),
    observatory === null ? frame.sentence(counting) : frame.asked(counting, about),
    ...(interval === null ? [] : [frame.interval(interval, method === null ? '' : say(method))]),
    ...(definitions.length === 0 ? [] : [frame.definitions(definitions)]),
    ...warnings.map((warning) => frame.warning(say(warning))),
    ...notes.map((note) => frame.note(say(note))),
    ...dictionary.map(({ id, ...text }) => frame.column(id, text[language])),
    ...(cite === undefined ? [] : [frame.cite(cite)]),
    observatory === null ? frame.alone : frame.observatory(observatory),
  ];
}

type Given<K extends keyof About> = NonNullable<About[K]>;

/** The sentences of each language that the words of a result stand in. */
interface Frame {
  readonly sentence: (text: string) => string;
  readonly asked: (counting: string, about: About) => string;
  readonly interval: (interval: Given<'interval'>, method: string) => string;
  readonly definitions: (definitions: About['definitions']) => string;
  readonly warning: (text: string) => string;
  readonly note: (text: string) => string;
  readonly column: (id: string, text: string) => string;
  readonly cite: (cite: Given<'cite'>) => string;
  readonly alone: string;
  readonly observatory: (observatory: Given<'observatory'>) => string;
}

const span = ({ from, to }: Given<'years'>): string => (from === to ? String(from) : `${from}–${to}`);

/** A text as a sentence begins. */
const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const FRAMES: Readonly<Record<Language, Frame>> = {
  en: {
    sentence: (text) => `${begun(text)}.`,
    asked(counting, { years, field, sector, types, locatedShare, works }) {
      const filters = [
        years === null ? 'all years' : span(years),
        field === null ? 'all fields' : `${field.level} ${field.name}`,
        ...(sector === null ? [] : [`sector ${sector.join(' and ')}`]),
        types === null ? 'all work types' : types.join(', '),
      ];
      const located =
        locatedShare === null
          ? 'no works'
          : `${works.toLocaleString('en')} works, ${(locatedShare * 100).toFixed(1)}% of Share located`;
      return `${begun(counting)}; ${filters.join('; ')}; ${located}.`;
    },
    interval: ({ level, draws, seed }, method) =>
      `Intervals: ${(level * 100).toFixed(0)}%, ${method}${draws === null ? '' : `, ${draws} draws, seed ${seed ?? 0}`}.`,
    definitions: (definitions) =>
      `Definitions: ${definitions.map(({ id, version, cities }) => `${id} (${version ?? 'no version'}, ${cities} ${cities === 1 ? 'city' : 'cities'})`).join('; ')}.`,
    warning: (text) => `Warning: ${text}.`,
    note: (text) => `Note: ${text}.`,
    column: (id, text) => `Column ${id}: ${text}.`,
    cite: ({ hash, rows, parameters, manifest }) =>
      `Cite as sha256:${hash} (rows ${rows}, parameters ${parameters}, manifest ${manifest}).`,
    alone: 'No observatory was open.',
    observatory: ({ title, built, version }) =>
      `Observatory${title === null ? '' : ` “${title}”`} built ${built.slice(0, 10)} by Synopolis ${version}.`,
  },
  zh: {
    sentence: (text) => `${text}。`,
    asked(counting, { years, field, sector, types, locatedShare, works }) {
      const filters = [
        years === null ? '全部年份' : span(years),
        field === null ? '全部领域' : `${levelZh(field.level)} ${field.nameZh ?? field.name}`,
        ...(sector === null ? [] : [`部门 ${sector.map(sectorZh).join('、')}`]),
        types === null ? '全部文献类型' : types.map(workTypeZh).join('、'),
      ];
      const located =
        locatedShare === null
          ? '没有论文'
          : `${works.toLocaleString('en')}篇论文，份额的${(locatedShare * 100).toFixed(1)}%可定位`;
      return `${counting}；${filters.join('；')}；${located}。`;
    },
    interval: ({ level, draws, seed }, method) =>
      `区间：${(level * 100).toFixed(0)}%，${method}${draws === null ? '' : `，抽取${draws}次，种子${seed ?? 0}`}。`,
    definitions: (definitions) =>
      `区域口径：${definitions.map(({ id, version, cities }) => `${id}（${version ?? '无版本'}，${cities}个城市）`).join('；')}。`,
    warning: (text) => `警告：${text}。`,
    note: (text) => `说明：${text}。`,
    column: (id, text) => `列 ${id}：${text}。`,
    cite: ({ hash, rows, parameters, manifest }) =>
      `引用：sha256:${hash}（数据行 ${rows}，参数 ${parameters}，清单 ${manifest}）。`,
    alone: '未打开观测库。',
    observatory: ({ title, built, version }) =>
      `观测库${title === null ? '' : `“${title}”`}，${built.slice(0, 10)}由 Synopolis ${version} 建成。`,
  },
};
