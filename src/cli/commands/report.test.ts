import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseHTML } from 'linkedom';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { synopolis } from '../../../test/cli/shell.ts';
import { fullUnless } from '../../../test/few-and-many.ts';
import { pagesOfPdf } from '../../../test/pdf-text.ts';
import { launch } from '../../../test/web/browser.ts';
import { browserPath } from '../../../tools/browser.mjs';
import { coordination } from '../../analyses/coordination/analysis.ts';
import { ranking } from '../../analyses/ranking/analysis.ts';
import { trend } from '../../analyses/trend/analysis.ts';

const JJJ = 'def:jjj_13';
const GUANGZHOU = 'cn:4401';
const MADE_UP = { en: 'Synthetic demonstration', zh: '合成演示' };

let world: AnalysedWorld;
const folder = mkdtempSync(join(tmpdir(), 'synopolis-report-'));
beforeAll(async () => {
  world = await analysedWorld({ works: 3000, seed: 11, years: [2010, 2019] });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const reports = new Map<string, Promise<string>>();

/** What the command writes for a place and flags: asked for once, and kept in a file that `fileOf` names. */
function reportOf(...words: string[]): Promise<string> {
  const made = reports.get(words.join(' ')) ?? write(fileOf(words), words);
  reports.set(words.join(' '), made);
  return made;
}

const fileOf = (words: readonly string[]): string =>
  join(folder, `${words.join('').replace(/\W/g, '_')}.html`);

async function write(out: string, [place, ...flags]: readonly string[]): Promise<string> {
  const { code, err } = await synopolis('report', place, world.folder, ...flags, '--out', out);
  expect(code).toBe(0);
  toldSteps(err);
  return readFileSync(out, 'utf8');
}

/** What is said while it is made: every step in its turn, the last of as many as were announced. */
function toldSteps(err: string): void {
  const steps = [...err.matchAll(/^.+(?: \(|（第)(\d+)(?: of |步，共)(\d+)(?:\)|步）)…$/gm)].map(
    ([, n, of]) => [Number(n), Number(of)],
  );
  expect(steps.length).toBeGreaterThan(6);
  expect(steps).toEqual(steps.map((_, i) => [i + 1, steps.length]));
  expect(err.trim().split('\n')).toHaveLength(steps.length);
}

const pageOf = (text: string): Document => parseHTML(text).document;
const cells = (row: Element): string[] => [...row.children].map(({ textContent }) => textContent.trim());

/** Why a text is not well-formed: a tag that closes another, is never closed, or is none. */
function faultOf(text: string): string | null {
  const open: string[] = [];
  const tags = /<(?<end>\/?)(?<name>[A-Za-z][\w-]*)(?:\s+[\w:-]+="[^"<]*")*\s*(?<alone>\/?)>/g;
  for (const { 0: tag, groups } of text.matchAll(tags)) {
    const { end, name, alone } = groups!;
    if (end === '/') {
      const last = open.pop();
      if (last !== name) return `${tag} closes ${last ?? 'nothing'}`;
    } else if (alone === '') open.push(name);
  }
  if (open.length > 0) return `${open.join(', ')} left open`;
  return (
    /<|&(?!(?:amp|lt|gt|quot|#\d+);)/.exec(text.replace('<!DOCTYPE html>', '').replace(tags, ''))?.[0] ?? null
  );
}

describe('a report', () => {
  describe.each([
    { words: [JJJ, '--lang', 'zh'] },
    { words: [GUANGZHOU, '--lang', 'en'] },
    { words: [JJJ, '--lang', 'zh', '--full'] },
    { words: [GUANGZHOU, '--lang', 'en', '--full'] },
  ])('$words', ({ words }) => {
    const one = words[0] === JJJ && words.includes('--full');
    it('is one well-formed file that asks for nothing', fullUnless(!one), async () => {
      const text = await reportOf(...words);
      expect(faultOf(text)).toBeNull();
      expect(faultOf(text.replace('</p>', ''))).toMatch(/<\/\w+> closes p/);
      expect(text).not.toMatch(/<script|<link|<iframe|<img|@import|url\(|\s(src|href|xlink:href)="(?!#)/i);
      expect(text).not.toMatch(/\b(undefined|NaN|Infinity|\[object)/);
      const page = pageOf(text);
      expect(page.querySelectorAll('h1')).toHaveLength(1);
      expect(page.querySelectorAll('figure svg').length).toBeGreaterThan(2);
      for (const svg of page.querySelectorAll('figure svg[role]'))
        expect(svg.getAttribute('aria-label')).not.toBe('');
    });
  });

  it('says in its head and under every figure that works are made up', async () => {
    for (const [language, place] of [
      ['zh', JJJ],
      ['en', GUANGZHOU],
    ] as const) {
      const page = pageOf(await reportOf(place, '--lang', language));
      expect(page.querySelector('header .mark')!.textContent).toContain(MADE_UP[language]);
      for (const figure of page.querySelectorAll('figure'))
        expect(figure.querySelector('.subtitle .mark')).not.toBeNull();
    }
  });

  it('has the numbers that the questions answer', async () => {
    const { observatory } = world;
    const ranked = await ranking.run(observatory, ranking.params.parse({ also: [GUANGZHOU], top: 40 }));
    const row = ranked.rows.find(({ place }) => place.id === GUANGZHOU)!;
    const page = pageOf(await reportOf(GUANGZHOU, '--lang', 'en'));
    const one = (value: number): string =>
      value.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    expect(cells(page.querySelector('tr.marked')!)).toEqual([
      'Guangzhou',
      String(row.rank),
      row.rankInterval!.join('–'),
      one(row.share),
      row.shareInterval!.map(one).join('–'),
    ]);
    const output = await trend.run(observatory, trend.params.parse({ place: [GUANGZHOU] }));
    const tabled = [...page.querySelector('.numbers tbody')!.children].map(cells);
    expect(tabled.map((cell) => [cell[2], cell[3]])).toEqual(
      output.rows.map(({ year, share }) => [String(year), one(share)]),
    );
  });

  it('says of a region in Chinese how its cities work together, with the interval', async () => {
    const answer = await coordination.run(world.observatory, coordination.params.parse({ place: JJJ }));
    const { ratio, years } = answer.rows.findLast((one) => one.ratio.value !== null)!;
    const [value, low, high] = [ratio.value!, ...ratio.interval!].map((one) => one.toFixed(2));
    const text = pageOf(await reportOf(JJJ, '--lang', 'zh')).querySelector('.short')!.textContent;
    expect(text).toContain(
      `${years.to}年京津冀各城市之间的合作是按规模预期的${value}（${low}–${high}）倍（未按距离和国家调整）`,
    );
  });

  it('is the same bytes again, and of the years and the field that are asked for', async () => {
    const words = [GUANGZHOU, '--years', '2012-2016', '--field', 'Chemistry'];
    const text = await reportOf(...words);
    expect(await write(join(folder, 'again.html'), words)).toBe(text);
    expect(pageOf(text).querySelector('.masthead')!.textContent).toMatch(/2012–2016 · Chemistry/);
    expect(text).toContain(`synopolis report cn:4401 ${world.folder} --years 2012-2016 --field Chemistry`);
  });

  it('is of no years in which the place has no works, and says so', async () => {
    const { code, err } = await synopolis('report', GUANGZHOU, world.folder, '--years', '1980-1981');
    expect(code).toBe(1);
    expect(err).toMatch(/Guangzhou \(cn:4401\) has no works under these filters\. Widen --years/);
  });

  it('is of no place that is not there, and says what to do', async () => {
    const { code, err } = await synopolis('report', 'Atlantis', world.folder);
    expect(code).toBe(1);
    expect(err).toMatch(/Atlantis/);
  });

  it('refuses peers where nothing stands beside them', async () => {
    const short = await synopolis('report', JJJ, world.folder, '--peers', 'gba_9_2');
    expect([short.code, short.err]).toEqual([1, expect.stringContaining('Add --full') as string]);
    const city = await synopolis('report', GUANGZHOU, world.folder, '--peers', 'gba_9_2', '--full');
    expect([city.code, city.err]).toEqual([1, expect.stringContaining('Leave out --peers') as string]);
  });
});

const why = browserPath() === null ? ' (skipped: no browser; install Chromium, or name one in CHROMIUM)' : '';

describe.skipIf(why !== '')(`printed${why}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  async function printed(...words: string[]): Promise<string[]> {
    await reportOf(...words);
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const address = pathToFileURL(fileOf(words)).href;
    await page.goto(address);
    const bytes = await page.pdf({ preferCSSPageSize: true });
    await page.close();
    expect(asked).toEqual([address]);
    return pagesOfPdf(bytes);
  }

  it.each([
    [JJJ, 'zh', '京津冀'],
    [JJJ, 'en', 'Beijing-Tianjin-Hebei'],
    ['def:gba_9_2', 'en', 'Guangdong-Hong Kong-Macao Greater Bay Area'],
    [GUANGZHOU, 'en', 'Guangzhou'],
    [GUANGZHOU, 'zh', '广州市'],
  ] as const)(
    '%s in %s has two pages, each with its number and what it is',
    { tags: 'full' },
    async (place, lang, title) => {
      const pages = await printed(place, '--lang', lang);
      expect(pages).toHaveLength(2);
      for (const [i, text] of pages.entries()) {
        expect(text).toContain(lang === 'zh' ? `第${i + 1}页，共2页` : `Page ${i + 1} of 2`);
        expect(text.startsWith(title)).toBe(true);
        expect(text).toContain(MADE_UP[lang]);
      }
      expect(pages[0]).toContain(lang === 'zh' ? '可以怎样表述' : 'What may be said');
      expect(pages[1]).toContain(lang === 'zh' ? '哪些尚不确定' : 'What is uncertain');
    },
  );

  it('in full has under twenty pages, each marked', { tags: 'full' }, async () => {
    const pages = await printed(JJJ, '--lang', 'zh', '--full');
    expect(pages.length).toBeGreaterThan(4);
    expect(pages.length).toBeLessThan(20);
    for (const text of pages) expect(text).toContain(MADE_UP.zh);
  });
});
