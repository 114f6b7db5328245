import { describe, expect, it } from 'vitest';
import type { Definition } from '../places/index.ts';
import { Facts } from './facts.ts';
import { figure } from './figure.ts';

const facts = await Facts.open();

describe('the nation of what figures are about', () => {
  it.each([
    ['cn:8100', 'iso:CN'],
    ['def:gba_9_2', 'iso:CN'],
    ['x:tokyo-metro-ni', 'iso:JP'],
    ['x:baltimore-washington', 'iso:US'],
    ['x:wipo-top-10', null],
    ['x:no-such-thing', null],
  ])('%s lies in %s', (id, nation) => {
    expect(facts.nation(id)).toBe(nation);
  });

  it('is known of everything that has a rank, so that ranked places can be counted by nation', () => {
    const ranked = new Set(
      facts.statistics
        .filter(({ metric }) => facts.metrics.get(metric)!.kind === 'rank')
        .map(({ place }) => place),
    );
    expect([...ranked].filter((id) => facts.nation(id) === null)).toEqual([]);
  });
});

describe('facts with definitions of one’s own', () => {
  const delta = facts.definitions.get('def:yrd_41')!;
  const open = (id: string, cities: number) =>
    Facts.open({ definitions: [{ ...delta, id, name: 'Mine', members: delta.members.slice(0, cities) }] });
  const gdp = (of: Facts, place: string) =>
    figure(of, { metric: 'gdp_nominal', place, year: 2024, vintage: 'official aggregate' });

  it('keep the shipped ones, of which the shipped figures are', async () => {
    const more = await open('def:mine', 2);
    expect(more.statistics).toHaveLength(facts.statistics.length);
    expect(gdp(more, 'def:yrd_41').value).toBe(331_700);
    expect(more.name('def:mine')).toBe('Mine');
  });

  it('under a shipped id have its published figures only where they have its cities', async () => {
    expect(gdp(await open('def:yrd_41', 41), 'def:yrd_41').value).toBe(331_700);
    expect(gdp(await open('def:yrd_41', 40), 'def:yrd_41')).toMatchObject({ value: null });
  });
});

describe('facts with a region of one’s own', () => {
  const member = (city: string) => ({
    city,
    membership: 'full' as const,
    source: 'own',
    sourceKind: null,
    note: null,
  });
  const own: Definition = {
    id: 'adhoc:Two',
    name: 'Two',
    nameZh: null,
    version: null,
    idea: null,
    isDefault: false,
    policyYear: null,
    policyNote: null,
    source: 'own',
    members: [member('cn:1100'), member('cn:1200')],
  };

  it('sum its parts, and leave the facts they came from as they were', () => {
    const question = { metric: 'gdp_nominal', place: own.id, year: 2024 };
    const vintage = 'NBS after 5th economic census (2025 vintage)';
    const of = (place: string) => figure(facts, { ...question, place, vintage }).value!;
    expect(figure(facts.withDefinitions([own]), { ...question, vintage }).value).toBeCloseTo(
      of('cn:1100') + of('cn:1200'),
      6,
    );
    expect(() => figure(facts, question)).toThrow('Unknown place');
  });
});
