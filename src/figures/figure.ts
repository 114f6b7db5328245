export type Cell = string | number | boolean | null;

/** Where a figure is drawn: a page's document, or that of a program that has no page. */
export interface Space {
  readonly document: Document;
  /** In CSS pixels. */
  readonly width: number;
  /** Whether a pointer may ask for a value. */
  readonly interactive?: boolean;
}

/** The numbers of a figure, for those who read them or hear them. */
export interface Numbers {
  readonly columns: readonly { readonly title: string; readonly digits?: number }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What a result shows: words, a drawing, and the numbers in it. The same for the page, the report and a download. */
export interface Figure {
  /** Of the file that it is saved in: letters, digits and hyphens. */
  readonly name: string;
  /** What it shows, as a sentence made from the result and hedged by its interval. */
  readonly title: string;
  /** Measure and unit. */
  readonly subtitle: string;
  /** Counting, works, located share, interval, source, warnings: a line each. */
  readonly about: readonly string[];
  /** Set where the works are not real. */
  readonly synthetic: string | null;
  readonly numbers: Numbers;
  /** Why there is nothing to draw; left out where there is. */
  readonly empty?: string;
  draw(space: Space): SVGSVGElement;
}

/** What every answer says of itself, whoever asked. */
export interface WithNotes {
  readonly told: readonly string[];
  readonly synthetic: string | null;
}
