import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { Observatory } from '../../src/observatory/index.ts';
import { type EnglishLeft, englishLeft } from '../english-left.ts';
import { whyNoBrowser } from './browser.ts';
import { downloads } from './downloads.ts';
import { everyPage } from './every-page.ts';
import { failing } from './failing.ts';
import { robustness } from './robustness.ts';
import { keyboard } from './keyboard.ts';
import { links } from './links.ts';
import { movingAbout } from './moving-about.ts';
import { onPaper } from './on-paper.ts';
import { openedFiles } from './opened-files.ts';
import { ownRegion } from './own-region.ts';
import { KEPT, synopolis } from './server.ts';
import { openSite, type Site } from './site.ts';
import { printedReport, tasks } from './tasks.ts';

const why = whyNoBrowser();
const folder = join(KEPT, 'demonstration');

describe.skipIf(why !== null)(
  `the page of the demonstration${why === null ? '' : ` (skipped: ${why})`}`,
  () => {
    let site: Site;
    let english: EnglishLeft;

    beforeAll(async () => {
      synopolis('demo', '--out', folder, '--works', '8000');
      const observatory = await Observatory.open(join(folder, 'observatory'));
      english = await englishLeft(observatory);
      observatory.close();
      site = await openSite(join(folder, 'observatory'));
    });
    afterAll(() => site.close());

    describe('every page', () => {
      everyPage(
        'demonstration',
        () => site,
        () => english,
      );
    });

    describe('every figure is saved', { tags: 'full' }, () => {
      downloads(() => site);
    });

    describe('by keyboard alone', { tags: 'full' }, () => {
      keyboard(() => site);
    });

    describe('an address restores what its sender saw', { tags: 'full' }, () => {
      links(() => site);
    });

    describe('how robust an answer is', { tags: 'full' }, () => {
      robustness(() => site);
    });

    describe('a question that fails', { tags: 'full' }, () => {
      failing(() => site);
    });

    describe('moving about', { tags: 'full' }, () => {
      movingAbout(() => site);
    });

    describe('a page on paper', { tags: 'full' }, () => {
      onPaper(() => site);
    });

    describe('a file that is opened', { tags: 'full' }, () => {
      openedFiles(() => site);
    });

    describe('a region built on the map', { tags: 'full' }, () => {
      ownRegion(() => site);
    });

    describe('what a new reader wants', { tags: 'full' }, () => {
      tasks(() => site);
      printedReport(() => site);
    });
  },
);
