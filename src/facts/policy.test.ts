import { describe, expect, it } from 'vitest';
import { factsWith } from '../../test/facts-tables.ts';
import { Facts } from './facts.ts';

const facts = await Facts.open();
const own = async (...policies: string[]) =>
  (await factsWith({ policies })).policies.filter(({ source }) => source === 'own');

describe('policies', () => {
  it('say when each region’s strategy began: 2014, 2017, 2018 for the three', () => {
    const announced = (region: string) =>
      facts.policies.filter((policy) => policy.region === region && policy.stage === 'announced');
    expect(announced('def:jjj_13').map(({ date }) => date)).toEqual(['2014-02-26']);
    expect(announced('def:gba_9_2').map(({ date }) => date)).toEqual(['2017-07-01']);
    expect(announced('def:yrd_41').map(({ year }) => year)).toEqual([2010, 2018]);
  });

  it('each have an event in English and Chinese and a source, and stand by date', () => {
    expect(facts.policies.length).toBeGreaterThan(15);
    for (const { event, eventZh, source } of facts.policies)
      expect([event, eventZh ?? '', source].every((text) => text.length > 3)).toBe(true);
    const dates = facts.policies.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
  });

  it('of a user’s own stand besides the shipped ones, as exact as they are known', async () => {
    const rows = await own(
      '2021-05,def:yrd_41,extended,Alliance founded,own',
      '1999,cn:3205,announced,Park founded,own',
    );
    expect(rows).toMatchObject([
      { date: '1999', year: 1999, region: 'cn:3205', stage: 'announced', eventZh: null },
      { date: '2021-05', year: 2021 },
    ]);
  });

  it.each([
    ['2021-02-30,def:yrd_41,extended,Event,own', /own\.csv:2: “2021-02-30” is not a date/],
    ['2021-13,def:yrd_41,extended,Event,own', /is not a date/],
    ['May 2021,def:yrd_41,extended,Event,own', /Write 2014-02-26, 2015-06 or 2010/],
    ['2021,def:yrd_42,extended,Event,own', /Unknown place “def:yrd_42”\. Did you mean def:yrd_41/],
    ['2021,def:yrd_41,begun,Event,own', /Use announced, approved, outlined, extended/],
    ['2021,def:yrd_41,extended,,own', /the event is not named/],
    ['2021,def:yrd_41,extended,Event,', /has no source/],
  ])('refuse %s', async (row, message) => {
    await expect(own(row)).rejects.toThrow(message);
  });
});
