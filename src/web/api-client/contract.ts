import type { analyses, Result } from '../../analyses/index.ts';
import type { Form } from '../../analyses/form/index.ts';
import type { PlaceDetail } from '../../analyses/places/place.ts';
import type { CountsAnswer, ResourcesAnswer } from '../../figures/resources/answer.ts';
import type { LedgerAnswer } from '../../figures/claims/totals.ts';
import type { Named } from '../../base/index.ts';
import type { Manifest } from '../../observatory/index.ts';

/** An answer's words beside its own parts. */
export interface Answered {
  readonly title: string;
  readonly synthetic: string | null;
  readonly findings: readonly string[];
  readonly told: readonly string[];
  readonly columns: readonly {
    readonly id: string;
    readonly title: string;
    readonly digits: number | null;
    readonly aside: boolean;
  }[];
}

/** Its rows as flat as in CSV, where they are asked for. */
export interface Flat {
  readonly table: readonly Readonly<Record<string, string | number | boolean | null>>[];
}

interface Rows<R> {
  readonly rows: readonly R[];
}

export interface FieldRow {
  readonly key: string;
  readonly level: 'domain' | 'field' | 'subfield';
  readonly id: number;
  readonly parent: number | null;
  /** Null where the records do not name it. */
  readonly name: string | null;
  readonly nameZh: string | null;
}

export interface DefinitionRow extends Named {
  readonly id: string;
  readonly version: string | null;
  readonly policyYear: number | null;
  readonly members: readonly { readonly city: string; readonly membership: string }[];
  readonly cities: number;
  readonly source: string | null;
}

/** A place that a search finds, or of a list. */
export interface PlaceFound extends Named {
  readonly id: string;
  readonly kind: PlaceDetail['kind'];
  /** Its name among those found, no two of one kind alike. */
  readonly label: string;
  readonly labelZh: string;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** How what was typed fits it: `name` where it is called exactly so. */
  readonly fit: string | null;
}

/** A metric that there are published figures of. */
export interface MetricRow extends Named {
  readonly id: string;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  /** The years stored of a place; left out where none is asked for. */
  readonly years?: readonly number[];
}

/** What each path answers: of an analysis, what its declaration says. */
type Answers = {
  readonly [K in keyof typeof analyses as `analyses/${K}`]: ResultOf<(typeof analyses)[K]>;
} & {
  readonly analyses: Rows<Form>;
  readonly manifest: { readonly manifest: Manifest };
  readonly fields: Rows<FieldRow>;
  readonly sectors: Rows<{ readonly sector: string }>;
  readonly definitions: Rows<DefinitionRow>;
  readonly places: Rows<PlaceFound>;
  readonly [place: `places/${string}`]: { readonly place: PlaceDetail };
  readonly claims: LedgerAnswer;
  readonly 'claims/check': LedgerAnswer;
  readonly statistics: Rows<MetricRow>;
  readonly resources: ResourcesAnswer;
  readonly 'resources/counts': CountsAnswer;
};

type ResultOf<A> = A extends { run(...asked: never): Promise<infer R extends Result<unknown>> } ? R : never;

export type AskedPath = Extract<keyof Answers, string>;

type Split<T extends string> = T extends `${infer First},${infer Rest}` ? First | Split<Rest> : T;

/** What comes of a question: all but the flat table, or the parts that are asked for, with `about` where there is one. */
export type AnswerOf<K extends AskedPath, Q = unknown> = Q extends { readonly parts: infer P extends string }
  ? Pick<Whole<K>, Extract<keyof Whole<K>, Split<P> | 'about'>>
  : Omit<Whole<K>, keyof Flat>;

type Whole<K extends AskedPath> = Answers[K] & Answered & Flat;

declare const answers: unique symbol;

/** A path of the server under which an answer of this kind lies: its text. */
export type Path<T> = string & { readonly [answers]?: T };
