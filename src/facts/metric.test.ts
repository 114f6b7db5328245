import { describe, expect, it } from 'vitest';
import { METRICS, withTable } from '../../test/facts-tables.ts';
import { Facts } from './facts.ts';
import { readMetrics } from './metric.ts';

const facts = await Facts.open();
const LABS = 'labs,Laboratories,实验室数,count,count,up,yes,ministries,no,';
const own = (row: string) => withTable(METRICS, [row], (file) => readMetrics([file]));

describe('the catalogue of metrics', () => {
  it('names each in English and Chinese, with its publisher', () => {
    for (const { id, name, nameZh, publisher } of facts.metrics.values()) {
      expect(name, id).toMatch(/\w{3}/);
      expect(nameZh, id).toMatch(/[\u4e00-\u9fff]{2}/);
      expect(publisher, id).not.toBe('');
    }
  });

  it('lets be summed what is an amount or a count, never ranks, shares, ratios and indices', () => {
    for (const { id, kind, additive } of facts.metrics.values())
      if (additive) expect(['amount', 'count'], id).toContain(kind);
  });

  it('prefers only vintages that are stored', () => {
    for (const { id, prefer } of facts.metrics.values())
      for (const vintage of prefer)
        expect(
          facts.statistics.some((row) => row.metric === id && row.vintage === vintage),
          `${id}: ${vintage}`,
        ).toBe(true);
  });

  it('has a figure for every metric', () => {
    const stored = new Set(facts.statistics.map(({ metric }) => metric));
    expect([...facts.metrics.keys()].filter((id) => !stored.has(id))).toEqual([]);
  });

  it('takes a user’s own metric, and lets it replace a shipped one', async () => {
    expect((await own(LABS)).get('labs')).toMatchObject({
      unit: 'count',
      additive: true,
      constant: false,
      prefer: [],
    });
    const replaced = await own(LABS.replace('labs,', 'gdp_nominal,').replace('count,count', 'bn EUR,amount'));
    expect(replaced.get('gdp_nominal')).toMatchObject({ unit: 'bn EUR', name: 'Laboratories' });
    expect(replaced.size).toBe(facts.metrics.size);
  });

  it.each([
    [LABS.replace('labs', 'my labs'), /own\.csv:2: “my labs” is not a valid metric id/],
    [LABS.replace('count,count', 'furlong,count'), /Unknown unit “furlong”/],
    [LABS.replace('count,count', 'count,counts'), /kind is “counts”/],
    [LABS.replace(',up,', ',upwards,'), /direction is “upwards”/],
    [LABS.replace(',yes,', ',maybe,'), /additive is “maybe”/],
    [LABS.replace(',no,', ',often,'), /constant is “often”/],
    [LABS.replace('count,count', 'rank,rank'), /the kind rank cannot be summed/],
  ])('refuses %s', async (row, message) => {
    await expect(own(row)).rejects.toThrow(message);
  });
});

describe('subjects', () => {
  it('that are no place of ours stand by their own id, and point to the place that comes closest', () => {
    for (const { id, place, nameZh } of facts.subjects.values()) {
      expect(id).toMatch(/^x:/);
      expect(nameZh, id).not.toBe('');
      if (place !== null)
        expect(facts.definitions.has(place) || facts.gazetteer.place(place) !== null, id).toBe(true);
    }
  });

  it('lend their names, as places and definitions do', () => {
    expect(facts.name('x:nice', 'zh')).toBe('长三角国家技术创新中心');
    expect(facts.name('def:gba_9_2', 'zh')).toBe('粤港澳大湾区');
    expect(facts.name('cn:3205')).toBe('Suzhou');
    expect(facts.name('x:unheard')).toBe('x:unheard');
  });
});
