import { describe, expect, it } from 'vitest';
import { synopolis } from '../../test/cli/shell.ts';
import { VERSION } from '../observatory/index.ts';

/** Flags of a command as its help lists them, with the text beside each on one line. */
async function flagsOf(...command: string[]): Promise<Map<string, string>> {
  const { code, out, err } = await synopolis(...command, '--help');
  expect([code, err]).toEqual([0, '']);
  const [, options = ''] = out.split('Options:\n');
  const entries = options.split(/\n(?= {2}-)/).map((entry) => entry.trim().replaceAll(/\s+/g, ' '));
  return new Map(
    entries.flatMap((entry) => {
      const flag = /^(?:-\w, )?(--[a-z-]+)/.exec(entry)?.[1];
      return flag === undefined ? [] : [[flag, entry] as const];
    }),
  );
}

const OUTPUT = { '--format': 'else table', '--out': '', '--raw': '' };
const NEEDS = { '--file': '(default: "needs.csv")', '--lang': '"en"' };
/** Of commands that ask an observatory. */
const ASKS = { '--located-by': '(choices: "institution", "address")' };
const ASKED = { '--years': 'all years', '--field': '', '--level': '0.95' };

/** Every command with its flags, and what its help says each is where it is left out. */
const COMMANDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  build: {
    '--works': '',
    '--institutions': '',
    '--regions': 'by default',
    '--corrections': '',
    '--years': '2000-2025',
    '--types': '(default: article,review)',
    '--sources': '',
    '--author-cap': '(default: 100)',
    '--locate': 'default: "institution"',
    '--licence': '',
    '--out': '(default: "observatory")',
    '--memory': '(default: 1GB)',
    '--threads': '(default: 2)',
    '--retracted': '(default: false)',
    '--paratext': '(default: false)',
    '--extended': '(default: false)',
    '--merged-ids': '',
    '--deleted-ids': '',
    '--vintage': 'YYYY-MM-DD',
    '--skip-damaged': '(default: false)',
    '--verify': '(default: false)',
    '--title': '',
    '--engine': '(choices: "duckdb", "trino", default: "duckdb")',
    '--server': 'Address of the Trino cluster',
    '--user': '(default: your user name)',
    '--ca': '',
    '--catalog': '(default: hive)',
    '--schema': '(default: synopolis)',
    '--bring': 'work_cities',
  },
  ranking: {
    ...ASKS,
    '--prefer': 'else the preset ones',
    '--of': '(default: cities)',
    '--definition': 'all by default',
    '--by': '(default: share)',
    '--base': '',
    '--top': '(default: 20)',
    '--region': 'Name=place,place',
    '--sector': '',
    '--no-intervals': 'Do not compute',
    '--inside': '',
    '--also': '',
    '--outranks': '',
    '--draws': '(default: 2000)',
    '--seed': '(default: 1)',
    '--lang': '"en"',
    ...ASKED,
    ...OUTPUT,
  },
  links: {
    ...ASKS,
    '--by': 'by domain, field or subfield',
    '--place': '',
    '--with': '',
    '--region': '',
    '--kind': 'cities by default',
    '--rows': '',
    '--sector': '',
    '--counting': '(default: full)',
    '--no-coaffiliation': 'Do not count',
    '--capped': '',
    '--top': '(default: 20)',
    '--lang': '"en"',
    ...ASKED,
    ...OUTPUT,
  },
  network: {
    ...ASKS,
    '--place': 'by default',
    '--region': '',
    '--sector': '',
    '--counting': '(default: partner)',
    '--no-coaffiliation': 'Do not count',
    '--capped': '',
    '--minimum': '(default: 1)',
    '--top': '(default: 60)',
    '--resolution': '(default: 1)',
    '--replicates': '(default: 50)',
    '--seed': '(default: 1)',
    '--lang': '"en"',
    ...ASKED,
    ...OUTPUT,
  },
  balance: {
    ...ASKS,
    '--place': '',
    '--definition': 'do not overlap',
    '--region': '',
    '--sector': '',
    '--by': '(default: share)',
    '--metric': '',
    '--vintage': 'by default',
    '--parts': '(default: cities)',
    '--population-year': 'by default',
    '--statistics': '',
    '--lang': '"en"',
    ...ASKED,
    ...OUTPUT,
  },
  convergence: {
    ...ASKS,
    '--place': '',
    '--region': '',
    '--sector': '',
    '--by': '(default: share)',
    '--window': '3 by default',
    '--metric': '',
    '--vintage': 'by default',
    '--parts': '(default: cities)',
    '--statistics': '',
    '--lang': '"en"',
    ...ASKED,
    ...OUTPUT,
  },
  profile: {
    ...ASKS,
    '--prefer': 'else the preset ones',
    '--place': '',
    '--by': 'all by default',
    '--top': '(default: 5)',
    '--statistics': '',
    '--draws': '(default: 2000)',
    '--seed': '(default: 1)',
    '--lang': '"en"',
    ...ASKED,
    ...OUTPUT,
  },
  sensitivity: {
    ...ASKS,
    '--analysis': '(default: ranking)',
    '--place': '',
    '--region': 'Name=place,place',
    '--definition': 'by default',
    '--by': '(default: share)',
    '--counting': '(default: full)',
    '--sector': 'healthcare',
    '--draws': '(default: 2000)',
    '--seed': '(default: 1)',
    '--lang': '"en"',
    ...ASKED,
    ...OUTPUT,
  },
  match: {
    ...ASKS,
    '--of': '(default: both)',
    '--place': '',
    '--reach': 'by default',
    '--from': '',
    '--top': '(default: 10)',
    '--resources': 'in addition to',
    '--half-life': '(default: 8)',
    '--size': '(default: 0.5)',
    '--lang': '"en"',
    ...OUTPUT,
  },
  partners: {
    ...ASKS,
    '--years': 'all years',
    '--field': '',
    '--top': '(default: 10)',
    '--likely': '(default: 5)',
    '--resources': 'in addition to',
    '--lang': '"en"',
    ...OUTPUT,
  },
  gaps: {
    ...ASKS,
    '--years': 'all years',
    '--least': '(default: 3)',
    '--below': '(default: 0.8)',
    '--top': '(default: 10)',
    '--lang': '"en"',
    ...OUTPUT,
  },
  compare: {
    ...ASKS,
    '--prefer': 'else the preset ones',
    '--place': '',
    '--region': '',
    '--by': 'all by default',
    '--sector': '',
    '--of': 'by default',
    '--top': '(default: 3)',
    '--statistics': '',
    '--draws': '(default: 2000)',
    '--seed': '(default: 1)',
    '--lang': '"en"',
    ...ASKED,
    ...OUTPUT,
  },
  panel: {
    ...ASKS,
    '--place': '',
    '--region': '',
    '--inside': '',
    '--kind': 'cities by default',
    '--top': '(default: 50)',
    '--definition': 'all by default',
    '--years': 'all years',
    '--field': '',
    '--sector': '',
    '--by': '',
    '--no-coaffiliation': 'Do not count',
    '--capped': '',
    '--lang': '"en"',
    ...OUTPUT,
  },
  report: {
    ...ASKS,
    '--years': 'all years',
    '--field': '',
    '--peers': 'none by default',
    '--full': 'two pages by default',
    '--lang': '"en"',
    '--out': 'by default',
  },
  resources: {
    '--kind': '',
    '--place': '',
    '--region': '',
    '--field': '',
    '--opened': '',
    '--status': '',
    '--source-status': '',
    '--counts': 'by kind by default',
    '--resources': 'in addition to',
    '--lang': '"en"',
    ...OUTPUT,
  },
  'resources show': { '--resources': 'in addition to', '--lang': '"en"', ...OUTPUT },
  'resources check': {},
  'needs add': { '--place': '', '--note': '', ...NEEDS },
  'needs list': { '--state': 'all by default', ...NEEDS, ...OUTPUT },
  'needs shortlist': {
    '--with': '',
    '--resources': '',
    '--top': '(default: 5)',
    ...NEEDS,
  },
  'needs answer': { '--with': '', '--resources': '', '--note': '', ...NEEDS },
  'needs withdraw': { '--note': '', ...NEEDS },
  'facts metrics': { '--statistics': '', '--lang': '"en"', ...OUTPUT },
  'facts show': { '--years': 'all years', '--vintage': '', '--statistics': '', '--lang': '"en"', ...OUTPUT },
  'facts check': {},
  coverage: {
    ...ASKS,
    '--by': 'all by default',
    '--years': 'all years',
    '--field': '',
    '--top': '(default: 15)',
    '--lang': '"en"',
    ...OUTPUT,
  },
  serve: {
    '--port': '(default: 4173)',
    '--host': '(default: "127.0.0.1")',
    '--verify': '(default: false)',
    '--log': '(choices: "silent", "error", "info", default: "info")',
    '--engine': 'were not downloaded',
    '--server': 'Address of the Trino cluster',
    '--user': '(default: your user name)',
    '--ca': '',
    '--catalog': '(default: that of the build)',
    '--schema': '(default: that of the build)',
  },
  sql: { ...ASKS, ...OUTPUT },
  check: {},
  'regions list': { '--regions': '', ...OUTPUT },
  'regions show': { '--regions': '', ...OUTPUT },
  'regions check': { '--observatory': '' },
  demo: {
    '--out': '(default: "demo")',
    '--works': '(default: 40000)',
    '--seed': '(default: 1)',
    '--serve': '',
    '--real': '',
    '--max-pages': 'With --real',
    '--rate': '(default: 10)',
    '--mailto': 'With --real',
    '--yes': 'With --real',
    '--dry-run': 'With --real',
  },
  'fetch works': {
    '--corpus': 'by default',
    '--preset': '',
    '--years': '',
    '--out': '',
    '--filter': '',
    '--select': '',
    '--per-page': '(default: 100)',
    '--rate': '(default: 10)',
    '--max-pages': '',
    '--mailto': '',
    '--yes': '',
    '--dry-run': '',
  },
  'fetch institutions': {
    '--from': '(default: both; with --filter only openalex)',
    '--out': '',
    '--filter': '',
    '--select': '',
    '--per-page': '(default: 100)',
    '--rate': '(default: 10)',
    '--max-pages': '',
    '--mailto': '',
    '--yes': '',
    '--dry-run': '',
  },
  'fetch snapshot': {},
};

describe('help', () => {
  it.each(Object.entries(COMMANDS))(
    'of %s lists every flag with what holds without it',
    async (name, flags) => {
      const listed = await flagsOf(...name.split(' '));
      expect([...listed.keys()].sort()).toEqual([...Object.keys(flags), '--help'].sort());
      for (const [flag, text] of Object.entries(flags)) expect(listed.get(flag)).toContain(text);
    },
  );

  it('names every command, on standard output when asked for and on standard error when not', async () => {
    const asked = await synopolis('--help');
    expect([asked.code, asked.err]).toEqual([0, '']);
    for (const name of Object.keys(COMMANDS))
      expect(asked.out).toMatch(new RegExp(`^  ${name.split(' ')[0]} `, 'm'));
    const bare = await synopolis();
    expect(bare).toEqual({ code: 2, out: '', err: asked.out });
    expect((await synopolis('regions')).code).toBe(2);
  });

  it('lists every command with a line of its own, under a heading', async () => {
    const { out } = await synopolis('--help');
    for (const heading of ['Build', 'Ask', 'Look up', 'Publish']) expect(out).toContain(`\n${heading}:\n`);
    expect(out).not.toContain('\nCommands:\n');
    const [, commands] = out.split('\nBuild:\n');
    for (const line of commands.split('\n').filter((text) => text !== '' && !text.endsWith(':')))
      expect(line).toMatch(/^ {2}[a-z-]+ {2,}["(A-Z]/);
  });

  it('tells the version', async () => {
    expect(await synopolis('--version')).toEqual({ code: 0, out: `${VERSION}\n`, err: '' });
  });
});
