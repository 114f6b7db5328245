import type { ResourceRow } from '../../tabular/resources.ts';
import type { CountRow } from '../../resources/counts.ts';
import type { WithNotes } from '../figure.ts';

/** A list of resources as it is answered. */
export interface ResourcesAnswer extends WithNotes {
  readonly rows: readonly ResourceRow[];
  readonly about: {
    readonly listed: number;
    readonly warnings: readonly string[];
    readonly notes: readonly string[];
  };
}

/** Resources added up through time, as it is answered. */
export interface CountsAnswer extends WithNotes {
  readonly rows: readonly (CountRow & { readonly name: string })[];
  readonly about: {
    readonly counted: number;
    readonly undated: number;
    readonly notOpened: number;
    readonly bounds: readonly string[];
  };
}
