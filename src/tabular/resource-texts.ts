import { inBoth, type Language } from '../base/index.ts';

export type { Language };

interface Kind {
  readonly id: string;
  readonly nameZh: string;
}

export const STATUSES_ZH = {
  operating: '运行',
  'under construction': '在建',
  planned: '规划',
  closed: '已关闭',
  unknown: '不详',
};

/** Names of statuses; in English they are their own. */
export const STATUSES = inBoth<Readonly<Record<string, string | undefined>>>({ en: {}, zh: STATUSES_ZH });

/** Words of lists of resources. */
export const TEXTS = inBoth({
  en: {
    title: 'Resources',
    columns: {
      id: 'Id',
      name: 'Name',
      name_zh: 'Name (zh)',
      kind: 'Kind',
      region: 'Cluster',
      place: 'Place',
      city: 'City',
      lat: 'Latitude',
      lon: 'Longitude',
      coord_precision: 'Coordinates of',
      host: 'Host',
      partners: 'Partners',
      opened: 'Opened',
      status: 'Status',
      fields: 'Fields',
      url: 'Address',
      source: 'Source',
      source_status: 'Source was',
      how_sure: 'Certainty',
      note: 'Note',
      contact: 'Contact',
    },
    detail: ['Property', 'Value'],
    /** As the list has it: the id in English, the name in Chinese. */
    kind: ({ id }: Kind): string => id,
    counts: 'Resources opened, added up',
    counted: {
      group: 'Group',
      name: 'Name',
      year: 'Year',
      opened: 'Opened',
      byThen: 'By then',
      firm: 'Confirmed',
    },
    shown: (n: number, of: number) => `${n} of ${of} listed.`,
    source:
      'Sources are cited as they were seen and are not links; addresses in the column url are as recorded, not verified.',
    doubt: 'Fields are mostly general knowledge or inferred from the name. The list is not complete.',
    warning: (text: string) => `Warning: ${text}.`,
    none: 'none',
    all: 'all',
  },
  zh: {
    title: '创新资源',
    columns: {
      id: '编号',
      name: '名称',
      name_zh: '中文名',
      kind: '类别',
      region: '城市群',
      place: '地点编号',
      city: '城市',
      lat: '纬度',
      lon: '经度',
      coord_precision: '坐标精度',
      host: '依托单位',
      partners: '合作单位',
      opened: '启用',
      status: '状态',
      fields: '领域',
      url: '网址',
      source: '来源',
      source_status: '来源状态',
      how_sure: '可靠程度',
      note: '备注',
      contact: '联系',
    },
    detail: ['项目', '内容'],
    kind: ({ nameZh }) => nameZh,
    counts: '累计启用的创新资源',
    counted: { group: '组', name: '名称', year: '年份', opened: '当年启用', byThen: '累计', firm: '已核实' },
    shown: (n, of) => `共列${of}项，此处为${n}项。`,
    source: '来源按所见引用，不作链接；url列的网址为原样记录，未经核实。',
    doubt: '领域多为常识或据名称推断；名录并不完整。',
    warning: (text) => `警告：${text}。`,
    none: '无',
    all: '全部',
  },
});

export type ColumnId = keyof (typeof TEXTS)['en']['columns'];
