import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Language, render } from '../../base/index.ts';
import { checkClaims, type Question, readClaims, claimRow, shippedClaims } from '../../claims/index.ts';
import { Facts } from '../../facts/index.ts';
import { csvRecords } from '../../places/csv.ts';
import { Directory } from '../../resources/index.ts';
import { claimsWorld } from './world.ts';

const facts = await Facts.open();
const directory = await Directory.open({ facts });
const world = claimsWorld(facts, null, directory);
const count = (place: string, kind: string, more: Partial<Question> = {}) =>
  world.ask({
    ask: 'resources',
    places: [place],
    regions: [],
    years: null,
    ...more,
    options: { kind, ...more.options },
  });

/** The rows of the shipped table, read without the directory. */
const [{ cells: header }, ...records] = csvRecords(readFileSync('data/resources.csv', 'utf8'), '');
const rows = records.map(({ cells }) => Object.fromEntries(header.map((column, i) => [column, cells[i]])));
const recalls = (cell: string, ...parts: string[]) => parts.some((part) => cell.split('; ').includes(part));

const folder = mkdtempSync(join(tmpdir(), 'claims-resources-'));
afterAll(() => rmSync(folder, { recursive: true }));
const written = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

describe('resources() in a claim', () => {
  it('counts rows in operation whose source was read, by city, as a lower bound', async () => {
    const byHand = rows.filter(
      (row) =>
        row.kind === 'advanced-manufacturing-cluster' &&
        row.status === 'operating' &&
        row.source_status === 'stored' &&
        !recalls(row.recalled, 'kind', 'place') &&
        /^cn:1[123]/.test(row.place),
    );
    expect(byHand).toHaveLength(7);
    const answer = await count('def:jjj_13', 'advanced_manufacturing_cluster');
    expect(answer).toMatchObject({ value: 7, unit: 'count', hedge: 'at least', reason: null });
    expect(await count('def:jjj_13', 'advanced-manufacturing-cluster')).toEqual(answer);
    expect(render(answer.label, 'en')).toBe(
      'National advanced manufacturing cluster listed in Beijing-Tianjin-Hebei',
    );
    expect(answer.sources).toContain('Securities Daily (mirror); 京津冀7个国家级集群; 2025-01-10');
  });

  it('leaves out what is planned, being built, recalled, or elsewhere, and tells what it left out for memory', async () => {
    // Of 16 infrastructures of the Greater Bay Area’s list 7 are not in operation and one is recalled.
    const answer = await count('def:gba_9_2', 'research_infrastructure');
    expect(answer.value).toBe(8);
    // One of 30 joint laboratories stands in Shantou, outside the region; four are recalled, of one the city is.
    const laboratories = await count('def:gba_9_2', 'joint_laboratory');
    expect(laboratories.value).toBe(24);
    const warnings = (language: Language) => laboratories.warnings!.map((one) => render(one, language));
    expect(warnings('en')).toContain('5 more rest on memory and are not counted');
    expect(warnings('en').join()).toContain('the shipped list has 25 of about 33');
    expect(warnings('zh')).toContain('另有5项未核实，不计入');
    expect(warnings('zh').join()).toContain('所附名录有25项，实有约33项');
  });

  it('with a year are those opened by its end, with a period those opened in it; recalled years decide nothing', async () => {
    const opened = (from: number, to: number) =>
      rows.filter(
        (row) =>
          /^cn:3[1234]/.test(row.place) &&
          row.status === 'operating' &&
          row.source_status === 'stored' &&
          row.opened !== '' &&
          Number(row.opened) >= from &&
          Number(row.opened) <= to &&
          !recalls(row.recalled, 'kind', 'place', 'opened'),
      ).length;
    expect(opened(0, 2019)).toBeGreaterThan(opened(2016, 2019));
    const by = await count('def:yrd_41', 'any', { years: { from: 2019, to: 2019 } });
    expect([by.value, render(by.label, 'en')]).toEqual([
      opened(0, 2019),
      'Resources of any kind listed in Yangtze River Delta (41 cities), opened by 2019',
    ]);
    const within = await count('def:yrd_41', 'any', { years: { from: 2016, to: 2019 } });
    expect(within.value).toBe(opened(2016, 2019));
  });

  it('of a field counts where the field is not recalled, and of a region made up for the claim its cities', async () => {
    const neutron = await count('cn:4419', 'any', { options: { field: 'neutron scattering' } });
    expect(neutron.value).toBe(
      rows.filter(
        (row) =>
          row.place === 'cn:4419' &&
          row.source_status === 'stored' &&
          row.status === 'operating' &&
          row.fields.includes('neutron scattering') &&
          !recalls(row.recalled, 'fields'),
      ).length,
    );
    expect(neutron.value).toBeGreaterThan(0);
    const regions = [{ id: 'adhoc:Pair', name: 'Pair', cities: ['cn:3205', 'cn:3202'] }];
    const pair = await count('adhoc:Pair', 'any', { regions });
    const [a, b] = [await count('cn:3205', 'any'), await count('cn:3202', 'any')];
    expect(pair.value).toBe(a.value! + b.value!);
  });

  it('of a kind that is none is refused with the nearest', async () => {
    await expect(count('cn:1100', 'joint_laboratry')).rejects.toThrow('Did you mean joint-laboratory?');
  });

  it('can contradict “fewer than five” and confirm “at least seven”, and never confirms seven', async () => {
    const claim = (id: string, operator: string, value: number) =>
      `  - {id: ${id}, text: {en: ${id}}, operator: "${operator}", value: ${value}, unit: count, as_of: 2025, check: computed, figure: "resources(advanced_manufacturing_cluster, def:jjj_13)", source: {publisher: us}}`;
    const file = written(
      'claims.yaml',
      ['claims:', claim('few', '<', 5), claim('many', '≥', 7), claim('seven', '=', 7)].join('\n'),
    );
    const { checked, faults } = await checkClaims(await readClaims(file), world);
    expect(faults).toEqual([]);
    expect(checked.map(({ id, verdict }) => `${id}: ${verdict!}`)).toEqual([
      'few: contradicted',
      'many: holds',
      'seven: cannot be checked',
    ]);
    expect(claimRow(checked[2], 'en').missing).toEqual(['the figure is only known to be at least 7']);
    expect(claimRow(checked[2], 'zh').missing).toEqual(['仅知该数值至少7']);
  });

  it('counts the rows of one’s own list too', async () => {
    const own = written(
      'own.csv',
      'id,name_en,kind,place,status,source\nour-cluster,Our cluster,advanced-manufacturing-cluster,cn:1301,operating,our survey\n',
    );
    const larger = claimsWorld(facts, null, await Directory.open({ facts, resources: [own] }));
    const question = { ask: 'resources' as const, places: ['def:jjj_13'], regions: [], years: null };
    const answer = await larger.ask({ ...question, options: { kind: 'advanced-manufacturing-cluster' } });
    expect(answer.value).toBe(8);
    const sources = answer.sources!.map((source) =>
      typeof source === 'string' ? source : render(source, 'en'),
    );
    expect(sources.join()).toContain('our survey');
  });

  it('is not known where the directory is not open', async () => {
    const answer = await claimsWorld(facts, null).ask({
      ask: 'resources',
      places: ['cn:1100'],
      regions: [],
      years: null,
      options: { kind: 'firm' },
    });
    expect(answer.value).toBeNull();
    expect(render(answer.reason!, 'en')).toBe('the directory of resources is not open');
    expect(render(answer.reason!, 'zh')).toBe('资源目录未打开');
  });
});

describe('the shipped claims', () => {
  it('C07 and C20 are held beside what the directory lists', async () => {
    const { checked, faults } = await checkClaims(await shippedClaims(), world);
    expect(faults).toEqual([]);
    const listed = (id: string) => checked.find((claim) => claim.id === id)!.changes.at(-1)!;
    expect(listed('C07')).toMatchObject({
      text: 'counted in the directory of resources',
      figure: { value: 7, hedge: 'at least' },
      verdict: 'cannot be checked',
    });
    expect(listed('C20')).toMatchObject({ figure: { value: 8, hedge: 'at least' } });
  });
});
