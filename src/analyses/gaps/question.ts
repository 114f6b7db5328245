import { z } from 'zod';
import type { Result } from '../analysis.ts';
import { least } from '../field-table/params.ts';
import { top, years } from '../parameters/shared.ts';

/** A field that is strong elsewhere in the nation and that the place lacks, with who could complete it. */
export interface GapsRow {
  readonly field: { readonly id: number; readonly name: string; readonly nameZh: string | null };
  /** Share of the place, and what it would be if the place did as much of the field as its nation does. */
  readonly share: number;
  readonly due: number;
  readonly quotient: number;
  /** Relatedness density: the part of what is related to the field that the place is specialised in. */
  readonly density: number | null;
  /** Cities elsewhere in the nation that are specialised in it. */
  readonly specialised: number;
  /** The nearest of them, and the one with most Share. */
  readonly nearest: GapCity;
  readonly strongest: GapCity;
}

export interface GapCity {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly share: number;
  readonly quotient: number;
  readonly km: number | null;
}

export interface Gaps extends Result<GapsRow> {
  readonly place: { readonly id: string; readonly name: string; readonly nameZh: string | null };
  readonly nation: { readonly id: string; readonly name: string; readonly nameZh: string | null };
  /** The cities that would add most of what is related to the fields it lacks. */
  readonly completing: readonly {
    readonly id: string;
    readonly name: string;
    readonly nameZh: string | null;
    /** Mean density that the city adds over the gaps. */
    readonly added: number;
    readonly km: number | null;
  }[];
}

export const gapsParams = z.object({
  region: z.string().meta({
    description: 'A region, province or city',
    label: { en: 'Region', zh: '区域' },
    help: '一个区域、省份或城市',
    names: 'place',
  }),
  years,
  least,
  below: z
    .number()
    .gt(0)
    .max(1)
    .default(0.8)
    .meta({
      description: 'A field is lacked where its location quotient is below this',
      label: { en: 'Lacked below', zh: '缺口阈值' },
      help: '区位商低于此值的领域视为缺口',
    }),
  top: top(300, 10).describe('How many to show'),
});
export type GapsParams = z.output<typeof gapsParams>;
