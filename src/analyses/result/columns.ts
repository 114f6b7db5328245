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
  /** What the table has of it, where that is computed from the row. */
  readonly value?: ResultColumn<R, A>['value'];
  /** What the table has it times, as 100 for percent. */
  readonly times?: number;
  /** Decimals of the ends of its interval. */
  readonly endDigits?: number;
  /** The member that is its interval: `shareInterval` of `share` where left out. */
  readonly interval?: keyof R & string;
  /** Ids of the columns of both ends: `shareLow` and `shareHigh` of `share` where left out, `low` and `high` of `interval`. */
  readonly ends?: readonly [low: string, high: string];
  /** The column of its id in exports only. */
  readonly asideId?: true;
  /** Its name without a column of its id. */
  readonly nameAlone?: true;
  /** In exports only: of every answer, or of some. */
  readonly aside?: true | ((result: A) => boolean);
  /**
   * Whether the titles of both ends say whose they are: in the first column, or where other intervals are near. Left out,
   * those of an interval that stands by itself do.
   */
  readonly namedEnds?: boolean;
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
  const { shape } = row instanceof z.ZodReadonly ? row.unwrap() : row;
  return picked.flatMap((one) => {
    if (typeof one === 'string') return columnsOfMember<RowOf<S>, A>(shape, { of: one });
    return 'of' in one ? columnsOfMember(shape, one) : [one];
  });
}

const ENDS: readonly Bilingual[] = [
  { en: 'from', zh: '下限' },
  { en: 'to', zh: '上限' },
];

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
  const named = ENDS.map(({ en, zh }) => ({ en: `${label.en} ${en}`, zh: `${label.zh}${zh}` }));
  const bothEnds = (interval: Get<Ends>, alone = false): ResultColumn<R, A>[] => {
    const titles = (shown.namedEnds ?? alone) ? named : ENDS;
    const ids = shown.ends ?? (id === 'interval' ? ['low', 'high'] : [`${id}Low`, `${id}High`]);
    return titles.map((title, i) =>
      column(ids[i], title, (row, language) => scaled(interval(row, language)?.[i]), 'end'),
    );
  };
  if (shown.value !== undefined) return [{ ...column(id, label, () => null), value: shown.value }];
  switch (meta.shownAs) {
    case 'name': {
      const of = (row: Row) => row[shown.of] as (Named & { readonly id: string | number }) | null;
      const name = column(id, label, (row, language) => {
        const named = of(row);
        return named === null ? null : nameIn(named, language);
      });
      return shown.nameAlone
        ? [name]
        : [name, column(idOf(id), idLabel(id, label), (row) => of(row)?.id ?? null, 'id')];
    }
    case 'estimate': {
      const estimate = (row: Row) => row[of] as Estimate | null;
      return [
        column(id, label, (row) => scaled(estimate(row)?.value)),
        ...bothEnds((row) => estimate(row)?.interval),
      ];
    }
    case 'interval':
      return bothEnds((row) => row[of] as Ends, true);
    default: {
      const interval = shown.interval ?? `${of}Interval`;
      const own = valueIn(meta, shape, of);
      return [
        column(id, label, times === 1 ? own : (row) => scaled(row[of] as number | null)),
        ...(interval in shape ? bothEnds((row) => row[interval] as Ends) : []),
      ];
    }
  }
}

/** Makes the columns of one member, or of the ends of its interval. */
function columnMaker<R, A>(
  { aside, asideEnds, asideId, absent, endDigits }: Shown<R, A>,
  digits: number | undefined,
) {
  const one = (decimals: number | undefined, besides: Shown<R, A>['aside']) => ({
    ...(decimals === undefined ? {} : { digits: decimals }),
    ...(besides === undefined ? {} : { aside: besides === true ? () => true : besides }),
    ...(absent === undefined ? {} : { absent }),
  });
  return (id: string, title: Bilingual, value: Get, is?: 'end' | 'id'): ResultColumn<R, A> => ({
    id,
    title,
    ...(is === 'end'
      ? one(endDigits ?? digits, asideEnds ?? aside)
      : one(digits, is === 'id' ? (asideId ?? aside) : aside)),
    value: (row, language = 'en') => value(row as Row, language) as Cell,
  });
}

/** The value of a member in a table, by how it is shown. */
function valueIn({ shownAs, texts }: z.GlobalMeta, shape: Shape, of: string): Get {
  switch (shownAs) {
    case 'year':
      return (row) => String(row[of]);
    case 'years':
      return (row) => sayYears(row[of] as Years);
    case 'reason':
      return (row, language) => sayReason(row[of] as Reason | null, language);
    case 'few':
      return (row) => (row[of] === true ? messages.few() : null);
    case 'text':
      return (row, language) => (row[of] as Bilingual | null)?.[language] ?? null;
    default:
      if (texts !== undefined) return (row, language) => texts[row[of] as string][language];
      if (`${of}Zh` in shape)
        return (row, language) => (language === 'zh' ? (row[`${of}Zh`] ?? row[of]) : row[of]);
      return (row) => row[of];
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
