import { describe, expect, it } from 'vitest';
import { defineMessages, parameter, render } from '../base/index.ts';
import { asFlag } from './as-flags.ts';

const messages = defineMessages('as-flags-test', {
  of: { en: ({ text }: { text: string }) => text, zh: ({ text }) => text },
});
const of = (text: string): string => render(messages.of({ text }), 'en', asFlag);

describe('a parameter in a message', () => {
  it.each([
    [`take ${parameter('of', 'regions')}`, 'take --of regions'],
    [`${parameter('untreated', 'true')} leaves them out`, '--untreated leaves them out'],
    [`${parameter('coaffiliation', 'false')} leaves them out`, '--no-coaffiliation leaves them out'],
    [`可用${parameter('populationYear')}指定`, '可用--population-year指定'],
    [`give ${parameter('region', 'Name=place,place,…')}`, 'give --region "Name=place,place,…"'],
    [`${parameter('years', '2015')} or ${parameter('years')}`, '--years 2015 or --years'],
  ])('of %j is the flag', (text, flags) => {
    expect(of(text)).toBe(flags);
  });

  it('leaves a name in grave accents as it is', () => {
    expect(of('as `ranking` ranks it; `since` of a claim; nothing')).toBe(
      'as `ranking` ranks it; `since` of a claim; nothing',
    );
  });
});
