import { expect, it } from 'vitest';

import { Gazetteer } from '../places/gazetteer.ts';
import { LARGEST } from './sizes.ts';

it('every city of the list is the city of that name', async () => {
  const gazetteer = await Gazetteer.open();
  const wrong = LARGEST.flatMap(([id, name]) => {
    const place = gazetteer.city(id);
    const names = [place?.name, place?.geonamesId && gazetteer.geonames(place.geonamesId)?.name];
    return names.includes(name) ? [] : [`${id} ${name}: ${names.join(', ')}`];
  });
  expect(wrong).toEqual([]);
});

it('no city stands in the list twice', () => {
  expect(new Set(LARGEST.map(([id]) => id)).size).toBe(LARGEST.length);
});
