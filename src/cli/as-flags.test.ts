import { describe, expect, it } from 'vitest';
import { asFlags } from './as-flags.ts';

const of = (text: string): string =>
  asFlags(text, ['of', 'untreated', 'coaffiliation', 'populationYear', 'region', 'years']);

describe('a parameter between grave accents', () => {
  it.each([
    ['take `of=regions`', 'take --of regions'],
    ['`untreated=true` leaves them out', '--untreated leaves them out'],
    ['`coaffiliation=false` leaves them out', '--no-coaffiliation leaves them out'],
    ['可用`populationYear`指定', '可用--population-year指定'],
    ['give `region=Name=place,place,…`', 'give --region "Name=place,place,…"'],
    ['`years=2015` or `years`', '--years 2015 or --years'],
  ])('of %j is the flag', (text, flags) => {
    expect(of(text)).toBe(flags);
  });

  it('stays where it names something else', () => {
    expect(of('as `ranking` ranks it; `since` of a claim; nothing')).toBe(
      'as `ranking` ranks it; `since` of a claim; nothing',
    );
  });
});
