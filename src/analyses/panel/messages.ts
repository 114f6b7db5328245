import { counted, defineMessages, list, parameter, whole } from '../../base/index.ts';
import { type NamedPlace, placeLabel } from '../messages.ts';

interface TooManyRows {
  readonly of: 'pairs' | 'places';
  readonly units: number;
  readonly years: number;
  /** Null where the panel is not split by fields. */
  readonly fields: number | null;
  readonly rows: number;
  readonly most: number;
}

export const messages = defineMessages('panel', {
  severalSelections: {
    en: ({ ways }: { ways: readonly string[] }) =>
      `${list(
        ways.map((name) => parameter(name)),
        'en',
      )} select different sets of places. Give one of them.`,
    zh: ({ ways }) =>
      `${list(
        ways.map((name) => parameter(name)),
        'zh',
      )}选取的是不同的地点集合。请只给出其中之一。`,
  },
  pairsByField: {
    en: `A panel of pairs cannot be split by field. Leave out ${parameter('by')}, or give one ${parameter('field')}.`,
    zh: `城市对面板不能按领域分列。请去掉${parameter('by')}，或给出一个${parameter('field')}。`,
  },
  filtersOfPairs: {
    en: `Co-affiliation and the author cap apply to pairs only. Leave out ${parameter('coaffiliation', 'false')} and ${parameter('capped')}, or ask for pairs.`,
    zh: `双重隶属与作者数上限只适用于城市对。请去掉${parameter('coaffiliation', 'false')}与${parameter('capped')}，或改问城市对。`,
  },
  sectorsOfPlaces: {
    en: `A panel of places takes one sector. Give one ${parameter('sector')}, or ask for pairs.`,
    zh: `地点面板只取一个部门。请给出一个${parameter('sector')}，或改问城市对。`,
  },
  topicByField: {
    en: `A topic lies in one subfield. Leave out ${parameter('by')}.`,
    zh: `主题只属于一个子领域。请去掉${parameter('by')}。`,
  },
  overlap: {
    en: ({ a, b }: { a: NamedPlace; b: NamedPlace }) =>
      `${placeLabel(a, 'en')} and ${placeLabel(b, 'en')} have cities in common, so their links cannot be counted. Give places that do not overlap with ${parameter('place')}.`,
    zh: ({ a, b }) =>
      `${placeLabel(a, 'zh')}与${placeLabel(b, 'zh')}有共同的城市，因而无法计算合作数。请用${parameter('place')}给出互不重叠的地点。`,
  },
  tooManyRows: {
    en: ({ of, units, years, fields, rows, most }: TooManyRows) =>
      `${whole(units, 'en')} ${of} × ${counted(years, 'year')}${fields === null ? '' : ` × ${counted(fields, 'field')}`} are ${whole(rows, 'en')} rows, more than ${whole(most, 'en')}. Ask for fewer places (${parameter('top')}, ${parameter('place')}, ${parameter('inside')}), fewer ${parameter('years')}, or one ${parameter('field')} at a time.`,
    zh: ({ of, units, years, fields, rows, most }) =>
      `${units}${of === 'pairs' ? '对' : '个地点'}×${years}年${fields === null ? '' : `×${fields}个领域`}共${rows}行，超过${most}行。请减少地点（${parameter('top')}、${parameter('place')}、${parameter('inside')}）或${parameter('years')}，或一次只取一个${parameter('field')}。`,
  },
});
