import { NOT_ADJUSTED } from '../../analyses/collaboration/expected-by-size.ts';
import type { BeforeAfter, Coordination } from '../../analyses/coordination/question.ts';
import { greatest, least } from '../../measures/extremes.ts';
import type { Figure, Told } from '../figure.ts';
import { distinctNames } from '../names.ts';
import { type Language, list, nameIn, number, span } from '../../base/index.ts';
import { INK } from '../palette.ts';
import { drawWhiskers } from '../parts/whiskers.ts';
import { COORDINATION_MEASURES, sayValue } from './measures.ts';

const { say } = COORDINATION_MEASURES.ratio;

/** Observed/expected after a policy over before it, of the region and its peers. */
export function aroundPolicy(answer: Coordination & Told, language: Language): Figure {
  const zh = language === 'zh';
  const places = answer.around?.places ?? [];
  const names = namesOf(answer, language);
  return {
    name: 'around-policy',
    title: aroundTitle(answer, language),
    subtitle: zh
      ? `政策后的观测/期望（${NOT_ADJUSTED.zh}）除以政策前（对数刻度；1为不变）。前后差别不等于政策效应`
      : `Observed/expected (${NOT_ADJUSTED.en}) after the policy over before it (logarithmic scale; 1 is no change). A before–after difference is not an effect`,
    about: answer.told,
    synthetic: answer.synthetic,
    ...(places.some(({ change }) => change.value !== null) ? {} : { empty: whyNone(answer, language) }),
    numbers: {
      columns: [
        { title: zh ? '编号' : 'Id' },
        { title: zh ? '区域' : 'Region' },
        ...['before', 'after'].flatMap((side) => sideColumns(side === 'before', language)),
        { title: zh ? '后/前' : 'After / before', digits: 2 },
        { title: zh ? '下限' : 'From', digits: 2 },
        { title: zh ? '上限' : 'To', digits: 2 },
      ],
      rows: places.map((one) => [
        one.place.id,
        names.get(one.place.id)!,
        one.before === null ? null : span(one.before),
        ...cells(one.ratioBefore),
        ...cells(one.intraBefore),
        one.after === null ? null : span(one.after),
        ...cells(one.ratioAfter),
        ...cells(one.intraAfter),
        ...cells(one.change),
      ]),
    },
    draw: (space) =>
      drawWhiskers(
        space,
        [
          {
            name: zh ? '后/前' : 'after / before',
            colour: INK,
            shape: 0,
            marks: places.map(({ place, change }) => ({
              label: names.get(place.id)!,
              value: change.value,
              ends: change.interval,
              faded: false,
              text: sayValue(change, say, language),
            })),
          },
        ],
        { language, log: true, reference: 1, ticks: (value) => number(value, language) },
      ),
  };
}

/** A province and a definition may be called the same. */
const namesOf = ({ around }: Coordination, language: Language): ReadonlyMap<string, string> =>
  distinctNames(around?.places.map(({ place }) => place) ?? [], language);

type Value = BeforeAfter['change'];
const cells = ({ value, interval }: Value): (number | null)[] => [value, ...(interval ?? [null, null])];

function sideColumns(before: boolean, language: Language) {
  const zh = language === 'zh';
  const side = before ? (zh ? '政策前' : 'before') : zh ? '政策后' : 'after';
  return [
    { title: zh ? `${side}年份` : `Years ${side}` },
    { title: zh ? `${side}观测/期望` : `Observed/expected ${side}`, digits: 2 },
    { title: zh ? '下限' : 'From', digits: 2 },
    { title: zh ? '上限' : 'To', digits: 2 },
    { title: zh ? `${side}区域内比重` : `Share inside ${side}`, digits: 3 },
    { title: zh ? '下限' : 'From', digits: 3 },
    { title: zh ? '上限' : 'To', digits: 3 },
  ];
}

function whyNone({ around }: Coordination, language: Language): string {
  const zh = language === 'zh';
  if (around === null)
    return zh ? '未知该区域的政策年份：请选择一年' : 'no year of a policy is known: choose one';
  return zh
    ? `${around.year}年之前或之后没有成果`
    : `there are no works before ${around.year}, or none after it`;
}

/** How the region changed around its policy, beside what its peers did in the same years. */
export function aroundTitle(answer: Coordination, language: Language): string {
  const zh = language === 'zh';
  const { around } = answer;
  const name = nameIn(answer.place, language);
  const [own, ...peers] = around?.places ?? [];
  if (around === null || own.change.value === null)
    return zh ? `${name}：无法比较政策前后` : `${name}: before and after a policy cannot be compared`;
  const said = sayValue(own.change, say, language);
  const open = own.change.interval === null || (own.change.interval[0] <= 1 && own.change.interval[1] >= 1);
  const beside = sayPeers(peers, namesOf(answer, language), language);
  if (zh) {
    const what = `${around.year}年前后${name}的观测/期望（${NOT_ADJUSTED.zh}）变为此前的${said}倍${open ? '，与不变无法区分' : ''}`;
    return beside === '' ? what : `${what}；同期${beside}`;
  }
  const what = `Around ${around.year} observed/expected (${NOT_ADJUSTED.en}) of ${name} became ${said} times as much${open ? ', which cannot be distinguished from no change' : ''}`;
  return beside === '' ? what : `${what}; ${beside}`;
}

/** Peers by name where they are one or two, else from the least to the most. */
function sayPeers(
  peers: readonly BeforeAfter[],
  names: ReadonlyMap<string, string>,
  language: Language,
): string {
  const zh = language === 'zh';
  if (peers.length <= 2)
    return list(
      peers.map(
        ({ place, change }) => `${names.get(place.id)!}${zh ? '' : ' '}${sayValue(change, say, language)}`,
      ),
      language,
    );
  const values = peers.flatMap(({ change }) => change.value ?? []);
  if (values.length === 0) return '';
  const [low, high] = [least(values), greatest(values)].map((value) => say(value, language));
  return zh
    ? `${peers.length}个对照区域为${low}至${high}倍`
    : `its ${peers.length} peers ${low} to ${high} times`;
}
