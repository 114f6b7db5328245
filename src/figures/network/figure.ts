import type { Network } from '../../analyses/network/question.ts';
import type { Figure, Told } from '../figure.ts';
import type { Coastlines } from '../map/coastlines.ts';
import {
  type Bilingual,
  decimals,
  interval,
  type Language,
  nameIn,
  number,
  percent,
  whole,
} from '../../base/index.ts';
import { drawNetwork } from './draw.ts';
import { type Layout, placeByForce, placeOnMap } from './place.ts';
import { hueOf, type Shown } from './link-filter.ts';

/** Below this adjusted Rand index with what resampled works give there is no one division, as the findings have it. */
const HARDLY_AGREES = 0.5;

export interface NetworkView {
  readonly layout: Layout;
  readonly shown: Shown;
  readonly selected: readonly string[];
  readonly land: Coastlines | null;
}

/** What a line's width shows, by the counting that was asked for. */
const WEIGHT: Readonly<Record<Network['counting'], Bilingual>> = {
  full: { en: 'joint works of the two cities (full counting)', zh: '两城市的共同成果数（全计数）' },
  fractional: {
    en: 'joint works of the two cities, one of k cities counted as 1/C(k,2)',
    zh: '两城市的共同成果数（涉及k个城市的一篇计1/C(k,2)）',
  },
  partner: {
    en: 'joint works of the two cities, one of k cities counted as 1/(k−1)',
    zh: '两城市的共同成果数（涉及k个城市的一篇计1/(k−1)）',
  },
  score: { en: 'bilateral collaboration score of the two cities', zh: '两城市的双边合作得分' },
};

/** The network of cities: where the layout has them, or on the map. */
export function networkFigure(network: Network & Told, view: NetworkView, language: Language): Figure {
  const zh = language === 'zh';
  const { layout, shown, selected, land } = view;
  const where =
    layout === 'map'
      ? ''
      : zh
        ? '。位置只是图示，远近不表示数值'
        : '. Positions are a picture: nearness measures nothing';
  return {
    name: `network-${layout}`,
    title: networkTitle(network, language),
    subtitle: zh
      ? `圆的面积表示合作强度，即各合作之和；线宽按平方根表示${WEIGHT[network.counting].zh}；淡线：共同成果不足10篇${where}`
      : `Area of a circle: strength, the sum of its links. Width of a line, growing with the square root: ${WEIGHT[network.counting].en}. Faint: under ten joint works${where}`,
    about: [...network.told, sayShown(shown, language)],
    synthetic: network.synthetic,
    ...(network.links.length === 0
      ? { empty: zh ? '这些城市之间没有合作成果' : 'no joint works between these cities' }
      : {}),
    numbers: {
      columns: [
        { title: zh ? '编号' : 'Id' },
        { title: zh ? '城市' : 'City' },
        { title: zh ? '合作强度' : 'Strength', digits: 1 },
        { title: zh ? '下限' : 'From', digits: 1 },
        { title: zh ? '上限' : 'To', digits: 1 },
        { title: zh ? '度' : 'Degree', digits: 0 },
        { title: zh ? '中介中心性' : 'Betweenness', digits: 3 },
        { title: zh ? '社群' : 'Community', digits: 0 },
        { title: zh ? '稳定性' : 'Stability', digits: 2 },
      ],
      rows: network.rows.map((row) => [
        row.place.id,
        nameIn(row.place, language),
        row.strength,
        ...(row.strengthInterval ?? [null, null]),
        row.degree,
        row.betweenness,
        row.community,
        row.stability,
      ]),
    },
    draw(space) {
      const size = { width: space.width, height: Math.round(Math.max(340, space.width * 0.66)) };
      const placed =
        layout === 'map'
          ? placeOnMap(network, shown, land, size, language)
          : placeByForce(network, shown, size, language);
      return drawNetwork(placed, space, {
        language,
        hues: hueOf(network),
        selected: new Set(selected),
      });
    },
  };
}

/** What is drawn of the links and how much of their weight is not. */
export function sayShown({ links, all, least, hidden }: Shown, language: Language): string {
  const [n, of] = [links.length, all].map((count) => whole(count, language));
  const part = percent(hidden, language);
  return language === 'zh'
    ? `绘出${of}条合作中的${n}条（权重不低于${number(least, 'zh')}篇）；未绘出的占全部权重的${part}。`
    : `${n} of ${of} links are drawn, those of ${number(least, 'en')} works or more; ${part} of all weight is not.`;
}

/** Who is strongest, if that is settled, and whether the network falls into communities that come back. */
export function networkTitle({ rows, place, whole: all, communities }: Network, language: Language): string {
  const zh = language === 'zh';
  const of = place === null ? (zh ? '全球' : 'the world') : nameIn(place, language);
  const [first, second] = [rows.at(0), rows.at(1)];
  if (first === undefined || all.links === 0)
    return zh ? `${of}：这些城市之间没有合作` : `No links between the cities of ${of}`;
  const ends = first.strengthInterval;
  const said = `${number(first.strength, language)}${ends === null ? '' : zh ? `（${interval(ends, number, language)}）` : ` (${interval(ends, number, language)})`}`;
  const settled =
    ends !== null &&
    (second === undefined || (second.strengthInterval !== null && second.strengthInterval[1] < ends[0]));
  const name = nameIn(first.place, language);
  const rival = second === undefined ? '' : nameIn(second.place, language);
  const strong = settled
    ? zh
      ? `${of}的合作网络中${name}最强：${said}篇`
      : `${name} is the strongest in the network of ${of}: ${said} works`
    : zh
      ? `${of}的合作网络中${name}与${rival}孰强难分高下`
      : `Whether ${name} or ${rival} is the strongest in the network of ${of} is too close to call`;
  const { agreement } = all;
  if (agreement === null || communities.length < 2) return strong;
  const rand = decimals(agreement, 2, language);
  const count = whole(communities.length, language);
  const divided =
    agreement >= HARDLY_AGREES
      ? zh
        ? `分为${count}个社群，重抽样后大体重现（调整兰德指数${rand}）`
        : `it falls into ${count} communities that come back when works are resampled (adjusted Rand index ${rand})`
      : zh
        ? `没有稳固的社群划分（调整兰德指数${rand}）`
        : `it has no robust division into communities (adjusted Rand index ${rand})`;
  return `${strong}${zh ? '；' : '; '}${divided}`;
}
