import type { BeforeAfter, Coordination } from '../../analyses/coordination/question.ts';
import { greatest, least } from '../../measures/extremes.ts';
import type { Figure, WithNotes } from '../figure.ts';
import { distinctNames } from '../names.ts';
import { type Language, list, nameIn, number, span } from '../../base/index.ts';
import { INK } from '../palette.ts';
import { drawWhiskers } from '../parts/whiskers.ts';
import { clauses, range, side } from '../format-text.ts';
import { COLUMNS } from '../words/columns.ts';
import { COORDINATION_MEASURES, sayValue } from './measures.ts';
import { WORDS } from './words.ts';

const { say } = COORDINATION_MEASURES.ratio;

/** Observed/expected after a policy over before it, of the region and its peers. */
export function aroundPolicy(answer: Coordination & WithNotes, language: Language): Figure {
  const words = WORDS[language].around;
  const columns = COLUMNS[language];
  const places = answer.around?.places ?? [];
  const names = namesOf(answer, language);
  return {
    name: 'around-policy',
    title: aroundTitle(answer, language),
    subtitle: words.subtitle,
    about: answer.told,
    synthetic: answer.synthetic,
    ...(places.some(({ change }) => change.value !== null) ? {} : { empty: whyNone(answer, language) }),
    numbers: {
      columns: [
        { title: columns.id },
        { title: columns.region },
        ...(['before', 'after'] as const).flatMap((side) => sideColumns(side, language)),
        { title: words.change, digits: 2 },
        { title: columns.from, digits: 2 },
        { title: columns.to, digits: 2 },
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
            name: words.change,
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

function sideColumns(side: 'before' | 'after', language: Language) {
  const { from, to } = COLUMNS[language];
  const { years, ratio, inside } = WORDS[language].around[side];
  return [
    { title: years },
    ...[ratio, from, to].map((title) => ({ title, digits: 2 })),
    ...[inside, from, to].map((title) => ({ title, digits: 3 })),
  ];
}

function whyNone({ around }: Coordination, language: Language): string {
  const { noYear, noWorks } = WORDS[language].around;
  return around === null ? noYear : noWorks(around.year);
}

/** How the region changed around its policy, beside what its peers did in the same years. */
export function aroundTitle(answer: Coordination, language: Language): string {
  const words = WORDS[language].around;
  const { around } = answer;
  const name = nameIn(answer.place, language);
  const [own, ...peers] = around?.places ?? [];
  if (around === null || own.change.value === null) return words.cannot(name);
  const isOpen = side(own.change.interval, 1) === 'open';
  const changed = words.changed(around.year, name, sayValue(own.change, say, language));
  const beside = sayPeers(peers, namesOf(answer, language), language);
  return clauses(
    [`${changed}${isOpen ? words.open : ''}`, ...(beside === '' ? [] : [words.peers(beside)])],
    language,
  );
}

/** Peers by name where they are one or two, else from the least to the most. */
function sayPeers(
  peers: readonly BeforeAfter[],
  names: ReadonlyMap<string, string>,
  language: Language,
): string {
  const words = WORDS[language].around;
  if (peers.length <= 2)
    return list(
      peers.map(({ place, change }) => words.peer(names.get(place.id)!, sayValue(change, say, language))),
      language,
    );
  const values = peers.flatMap(({ change }) => change.value ?? []);
  if (values.length === 0) return '';
  return words.peersFrom(peers.length, range([least(values), greatest(values)], say, language));
}
