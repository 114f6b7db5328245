import type { Message } from '../base/index.ts';
import type { Facts } from '../facts/index.ts';
import type { Hedge } from './bound.ts';
import type { Spread } from './spread.ts';
import { messages } from './value-messages.ts';

/** Functions of an expression that only an observatory, or the directory of resources, can answer. */
export const ASKED = [
  'share_of_works',
  'count_of_works',
  'rank_of',
  'outranks',
  'joint_works',
  'intra_share',
  'observed_expected',
  'resources',
] as const;

/** A question as an expression puts it. */
export interface Question {
  readonly ask: (typeof ASKED)[number];
  /** Ids in the order given: the place, or the two that are compared. */
  readonly places: readonly string[];
  /** Regions among the places that a claims file made up: an id such as `adhoc:Corridor`, and its cities. */
  readonly regions: readonly {
    readonly id: string;
    readonly name: string;
    readonly cities: readonly string[];
  }[];
  readonly years: { readonly from: number; readonly to: number } | null;
  /** Everything else that was named, as written: field, of, by, counting, sector, kind, … */
  readonly options: Readonly<Record<string, string>>;
}

/** What was found, or why nothing was. Exactly one of `value` and `reason` is null. */
export interface Answer {
  readonly value: number | null;
  /** A unit of the facts; `probability` for an answer that is one. */
  readonly unit: string;
  readonly hedge?: Hedge | null;
  readonly spread?: Spread | null;
  readonly interval?: { readonly low: number; readonly high: number; readonly level: number } | null;
  /** Which observatory, definition and version answered. */
  readonly sources?: readonly (string | Message)[];
  readonly warnings?: readonly Message[];
  /** What was asked and counted, in words, for the line of arithmetic. */
  readonly label: Message;
  readonly reason: Message | null;
}

/** Everything that claims are held against. */
export interface World {
  readonly facts: Facts;
  /** @throws InputError for a question that cannot be put: an unknown field, a place that is not in the observatory */
  ask(question: Question): Promise<Answer>;
}

/** A world of published figures alone. */
export function withoutObservatory(facts: Facts): World {
  return {
    facts,
    ask: ({ ask }) =>
      Promise.resolve({
        value: null,
        unit: 'count',
        label: messages.words({ text: { en: ask, zh: ask } }),
        reason:
          ask === 'resources'
            ? messages.undefined({ reason: 'the directory of resources is not open' })
            : messages.needsObservatory({ name: ask }),
      }),
  };
}
