import { z } from 'zod';
import {
  type Bilingual,
  type Language,
  nameIn,
  type Named,
  type Reason,
  sayReason,
} from '../../base/index.ts';
import type { Result, ResultColumn } from '../analysis.ts';
import type { Estimate } from '../output/estimate.ts';
import { messages } from '../output/messages.ts';
import { sayYears, type Years } from '../population/year-span.ts';

/** A member of a row that a table shows, where it is shown otherwise than its declaration says. */
interface Shown<R, A> {
  readonly of: keyof R & string;
  readonly id?: string;
  readonly label?: Bilingual;
  readonly digits?: number;
  /** What the table has it times, as 100 for percent. */
  readonly times?: number;
  /** Decimals of the ends of its interval. */
  readonly endDigits?: number;
  /** The member that is its interval: `shareInterval` of `share` where left out. */
  readonly interval?: keyof R & string;
  /** Ids of the columns of both ends: `shareLow` and `shareHigh` of `share` where left out, `low` and `high` of `interval`. */
  readonly ends?: readonly [low: string, high: string];
  /** Its name without a column of its id. */
  readonly nameAlone?: true;
  /** In exports only: of every answer, or of some. */
  readonly aside?: true | ((result: A) => boolean);
  readonly asideEnds?: true | ((result: A) => boolean);
  readonly absent?: (result: A) => boolean;
}

type RowOf<S extends z.ZodType> = z.output<S>;
type Shape = Readonly<Record<string, z.ZodType>>;
type Picked<R, A> = (keyof R & string) | Shown<R, A> | ResultColumn<R, A>;

/**
 * The columns of a table from the declaration of its rows, in the order in which they are named: a member by its name has
 * its label and decimals from there; a number with an interval has both its ends, a place its id, an estimate its ends.
 * What is computed for the table alone is a column of its own.
 * @throws RangeError where a member has no label
 */
export function columnsOf<S extends z.ZodObject | z.ZodReadonly<z.ZodObject>, A = Result<RowOf<S>>>(
  row: S,
  picked: readonly Picked<RowOf<S>, A>[],
): ResultColumn<RowOf<S>, A>[] {
  const { shape } = (row instanceof z.ZodReadonly ? row.unwrap() : row) as z.ZodObject;
  return picked.flatMap((one) => {
    if (typeof one === 'object' && 'value' in one) return [one];
    const shown: Shown<RowOf<S>, A> = typeof one === 'string' ? { of: one } : one;
    return columnsOfMember(shape, shown);
  });
}

const ENDS = [
  { en: 'from', zh: '下限' },
  { en: 'to', zh: '上限' },
] as const;

type Cell = ReturnType<ResultColumn<unknown>['value']>;
type Ends = readonly [number, number] | null | undefined;
type Row = Readonly<Record<string, unknown>>;
type Get<T = unknown> = (row: Row, language: Language) => T;

function columnsOfMember<R, A>(shape: Shape, shown: Shown<R, A>): ResultColumn<R, A>[] {
  const { of, id = of, times = 1 } = shown;
  const meta = metaOf(shape[of]);
  const label = shown.label ?? meta.label;
  if (label === undefined) throw new RangeError(`the member ${of} of the rows has no label`);
  const column = columnMaker(shown, shown.digits ?? meta.digits);
  const scaled = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : value * times;
  const bothEnds = (interval: Get<Ends>, titles: readonly Bilingual[] = ENDS): ResultColumn<R, A>[] => {
    const ids = shown.ends ?? (id === 'interval' ? ['low', 'high'] : [`${id}Low`, `${id}High`]);
    return titles.map((title, i) =>
      column(ids[i], title, (row, language) => scaled(interval(row, language)?.[i]), 'end'),
    );
  };
  switch (meta.shownAs) {
    case 'name': {
      const of = member<(Named & { readonly id: string | number }) | null>(shown.of);
      const name = column(id, label, (row, language) => {
        const named = of(row);
        return named === null ? null : nameIn(named, language);
      });
      return shown.nameAlone
        ? [name]
        : [name, column(idOf(id), idLabel(id, label), (row) => of(row)?.id ?? null)];
    }
    case 'estimate': {
      const estimate = member<Estimate | null>(of);
      return [
        column(id, label, (row) => scaled(estimate(row)?.value)),
        ...bothEnds((row) => estimate(row)?.interval),
      ];
    }
    case 'interval':
      return bothEnds(member<Ends>(of), [
        { en: `${label.en} from`, zh: `${label.zh}下限` },
        { en: `${label.en} to`, zh: `${label.zh}上限` },
      ]);
    default: {
      const interval = shown.interval ?? `${of}Interval`;
      const own = valueIn(meta, shape, of);
      return [
        column(id, label, times === 1 ? own : (row) => scaled(member<number | null>(of)(row))),
        ...(interval in shape ? bothEnds(member<Ends>(interval)) : []),
      ];
    }
  }
}

const member =
  <T>(of: string) =>
  (row: Row): T =>
    row[of] as T;

/** Makes the columns of one member, or of the ends of its interval. */
function columnMaker<R, A>({ aside, asideEnds, absent, endDigits }: Shown<R, A>, digits: number | undefined) {
  const one = (decimals: number | undefined, besides: Shown<R, A>['aside']) => ({
    ...(decimals === undefined ? {} : { digits: decimals }),
    ...(besides === undefined ? {} : { aside: besides === true ? () => true : besides }),
    ...(absent === undefined ? {} : { absent }),
  });
  return (id: string, title: Bilingual, value: Get, is?: 'end'): ResultColumn<R, A> => ({
    id,
    title,
    ...(is === 'end' ? one(endDigits ?? digits, asideEnds ?? aside) : one(digits, aside)),
    value: (row, language = 'en') => value(row as Row, language) as Cell,
  });
}

/** The value of a member in a table, by how it is shown. */
function valueIn({ shownAs, texts }: z.GlobalMeta, shape: Shape, of: string): Get {
  switch (shownAs) {
    case 'year':
      return (row) => String(row[of]);
    case 'years':
      return (row) => sayYears(member<Years>(of)(row));
    case 'reason':
      return (row, language) => sayReason(member<Reason | null>(of)(row), language);
    case 'few':
      return (row) => (row[of] === true ? messages.few() : null);
    case 'text':
      return (row, language) => member<Bilingual | null>(of)(row)?.[language] ?? null;
    default:
      if (texts !== undefined) return (row, language) => texts[member<string>(of)(row)][language];
      if (`${of}Zh` in shape)
        return (row, language) => (language === 'zh' ? (row[`${of}Zh`] ?? row[of]) : row[of]);
      return member(of);
  }
}

const idOf = (id: string): string => (id === 'place' ? 'id' : `${id}Id`);

/** The first of a pair, or the only place, has an id; another says whose. */
function idLabel(id: string, { en, zh }: Bilingual): Bilingual {
  return id === 'place' || id === 'a'
    ? { en: 'Id', zh: '编号' }
    : { en: `Id (${en.toLowerCase()})`, zh: `${zh}编号` };
}

/** What a declaration says of a member, whichever of its layers says it. */
function metaOf(type: z.ZodType): z.GlobalMeta {
  const inner =
    type instanceof z.ZodNullable || type instanceof z.ZodReadonly || type instanceof z.ZodOptional
      ? metaOf(type.unwrap() as z.ZodType)
      : {};
  return { ...inner, ...type.meta() };
}
