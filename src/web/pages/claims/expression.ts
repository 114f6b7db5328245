/** What a figure is, as the form has it. */
export const KINDS = ['figure', 'growth', 'share', 'rank', 'together', 'own'] as const;
export type Kind = (typeof KINDS)[number];

/** What the form asks for: ids of a metric and of places, years of four digits. */
export interface Parts {
  readonly kind: Kind;
  readonly metric: string;
  readonly place: string;
  readonly whole: string;
  readonly year: string;
  readonly from: string;
  readonly own: string;
}

/** Which of the parts each kind needs. */
export const NEEDS: Readonly<Record<Kind, readonly Exclude<keyof Parts, 'kind'>[]>> = {
  figure: ['metric', 'place', 'year'],
  growth: ['metric', 'place', 'from', 'year'],
  share: ['metric', 'place', 'whole', 'year'],
  rank: ['place', 'from', 'year'],
  together: ['place', 'from', 'year'],
  own: ['own'],
};

/** Parts that may stay empty. */
const OPTIONAL: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  rank: ['from', 'year'],
  together: ['from', 'year'],
};

export const lacking = (parts: Parts): readonly Exclude<keyof Parts, 'kind'>[] =>
  NEEDS[parts.kind].filter(
    (part) => parts[part].trim() === '' && OPTIONAL[parts.kind]?.includes(part) !== true,
  );

/** The expression of a claim that the parts make; null while one is lacking. */
export function expressionOf(parts: Parts): string | null {
  if (lacking(parts).length > 0) return null;
  const { kind, metric, place, whole, year, from, own } = parts;
  const stat = (where: string, when: string): string => `stat(${metric}, ${where}, ${when})`;
  switch (kind) {
    case 'figure':
      return stat(place, year);
    case 'growth':
      return `growth(${stat(place, from)}, ${stat(place, year)})`;
    case 'share':
      return `share(${stat(place, year)}, ${stat(whole, year)})`;
    case 'rank':
      return `rank_of(${place}${period(from, year)})`;
    case 'together':
      return `observed_expected(${place}${period(from, year)})`;
    case 'own':
      return own.trim();
  }
}

function period(from: string, to: string): string {
  const years = [...new Set([from, to].filter((year) => year !== ''))];
  return years.length === 0 ? '' : `, years="${years.join('-')}"`;
}

/** Units that a number is said in, by kind: a growth or a part is one of percent. */
export const UNIT_OF: Readonly<Partial<Record<Kind, string>>> = { growth: '%', share: '%', rank: 'rank' };

export const SAID_IN: readonly string[] = [
  '%',
  'persons',
  'million persons',
  '100m CNY',
  'bn CNY',
  'trn CNY',
  'bn USD',
  'trn USD',
  'km2',
  'count',
  'rank',
];
