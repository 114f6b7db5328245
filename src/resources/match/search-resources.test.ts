import { describe, expect, it } from 'vitest';
import { Directory } from '../directory.ts';
import { Glossary } from './glossary.ts';
import { parseNeed } from './need.ts';
import type { Ranker } from './ranker.ts';
import { ResourceSearch } from './search-resources.ts';

const [directory, glossary] = await Promise.all([Directory.open(), Glossary.open()]);
const search = ResourceSearch.build(directory);
const find = async (text: string, others: readonly Ranker[] = []) =>
  (await search.find(parseNeed(text, glossary), { others })).found.map(({ resource, score }) => ({
    id: resource.id,
    sourceStatus: resource.sourceStatus,
    score,
  }));
const first = async (text: string, n: number): Promise<string[]> =>
  (await find(text)).slice(0, n).map(({ id }) => id);

describe('the search for resources', () => {
  it('finds the same in English and in Chinese', async () => {
    expect(await first('wind tunnel for hypersonic aerodynamics', 3)).toEqual(
      expect.arrayContaining(await first('高超声速空气动力学风洞', 1)),
    );
    expect((await first('光伏', 5)).filter((id) => id === 'amc-pv')).toEqual(['amc-pv']);
    expect((await first('photovoltaics', 5)).filter((id) => id === 'amc-pv')).toEqual(['amc-pv']);
  });

  it('finds a resource by its own name, in either language', async () => {
    for (const { id, nameEn, nameZh } of directory.resources.slice(0, 60)) {
      expect(await first(nameEn, 5), nameEn).toContain(id);
      if (nameZh !== null) expect(await first(nameZh, 5), nameZh).toContain(id);
    }
  });

  it('ranks by score, then what was read before what is recalled, then by id', async () => {
    for (const text of ['battery', '稀土', 'state key laboratory', 'supercomputing centre']) {
      const found = await find(text);
      expect(found.length).toBeGreaterThan(1);
      for (const [i, one] of found.slice(1).entries()) {
        const before = found[i];
        const [x, y] = [before, one].map(({ score }) => Math.round(score * 1e9));
        expect(x).toBeGreaterThanOrEqual(y);
        if (x !== y) continue;
        expect(`${before.sourceStatus} ${one.sourceStatus}`).not.toBe('recalled stored');
        if (before.sourceStatus === one.sourceStatus) expect(before.id < one.id).toBe(true);
      }
    }
  });

  it('of two alike puts the recalled one behind', async () => {
    const [stored] = directory.resources.filter(({ sourceStatus }) => sourceStatus === 'stored');
    const alike = [
      { ...stored, id: 'a-recalled', sourceStatus: 'recalled' as const },
      { ...stored, id: 'b-stored' },
    ];
    const own = Object.assign(Object.create(Directory.prototype) as Directory, directory, {
      resources: alike,
    });
    const { found } = await ResourceSearch.build(own).find(parseNeed(stored.nameEn, glossary));
    expect(found.map(({ resource }) => resource.id)).toEqual(['b-stored', 'a-recalled']);
    expect(found[0].score).toBe(found[1].score);
  });

  it('gives the first of those asked for, and of the others, and counts the former', async () => {
    const need = parseNeed('battery', glossary);
    const asked = ({ kind }: { kind: string }): boolean => kind === 'firm';
    const { found, beyond, count } = await search.find(need, { limit: 3, asked });
    const all = (await search.find(need)).found;
    expect(found).toEqual(all.filter(({ resource }) => asked(resource)).slice(0, 3));
    expect(beyond).toEqual(all.filter(({ resource }) => !asked(resource)).slice(0, 3));
    expect(count).toBe(all.filter(({ resource }) => asked(resource)).length);
  });

  it('does not find structural mechanics for cryo-electron microscopy, whose glossary entry has structural biology', async () => {
    for (const need of ['cryo-electron microscopy', '冷冻电镜']) {
      const found = await find(need);
      expect(found[0].id).toBe('ncpss');
      expect(found.map(({ id }) => id)).toContain('w-embl');
      expect(found.filter(({ id }) => ['skl-struct-nuaa', 'skl-sbs'].includes(id))).toEqual([]);
    }
  });

  it('ranks what holds a head term of the need before all that does not', async () => {
    for (const text of [
      'perovskite stability test',
      'battery safety test',
      'residual stress measurement',
      '海上风电 平台',
    ]) {
      const { found } = await search.find(parseNeed(text, glossary));
      const heads = found.map(({ head }) => head);
      expect(heads, text).toEqual([...heads].sort((a, b) => Number(b) - Number(a)));
      for (const { resource, head } of found)
        expect(search.explain(parseNeed(text, glossary), resource).head).toBe(head);
    }
  });

  it('finds nothing where no word is known', async () => {
    expect(await find('zzzyx qqqw')).toEqual([]);
  });

  it('says what it found, and what is missing', () => {
    const csns = directory.get('csns')!;
    const { found, missing, coverage } = search.explain(
      parseNeed('neutron scattering of penguins', glossary),
      csns,
    );
    expect(found).toEqual([{ label: 'neutron scattering', wording: null, partly: false }]);
    expect(missing).toEqual(['penguins']);
    expect(coverage).toBeGreaterThan(0);
    expect(coverage).toBeLessThan(1);
  });

  it('takes a ranker of one’s own beside that of words, and refuses one of another size', async () => {
    const last = directory.resources.length - 1;
    const scores = new Float64Array(directory.resources.length);
    scores[last] = 1;
    const own: Ranker = { id: 'own', score: () => scores };
    const found = await find('neutron scattering', [own]);
    const alone = await find('neutron scattering');
    const rankOf = (list: readonly { id: string }[]): number =>
      list.findIndex(({ id }) => id === directory.resources[last].id);
    expect(rankOf(found)).toBeGreaterThanOrEqual(0);
    expect(rankOf(alone) < 0 || rankOf(found) < rankOf(alone)).toBe(true);
    expect(found[0].score).toBe(1);
    const wrong: Ranker = { id: 'wrong', score: () => new Float64Array(3) };
    await expect(find('neutron', [wrong])).rejects.toThrow('wrong scored 3 of');
  });
});
