import { expect, it } from 'vitest';
import { analyses, ANALYSES } from './index.ts';

it('every question stands under its own id', () => {
  expect(Object.keys(analyses)).toEqual(ANALYSES.map(({ id }) => id));
});
