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

const OUTPUT = { '--format': 'a table', '--out': '', '--raw': '' };
const NEEDS = { '--file': '(default: "needs.csv")', '--lang': '"en"' };
const ASKED = { '--years': 'all years', '--field': '', '--level': '0.95' };

/** Every command with its flags, and what its help says each is where it is left out. */
const COMMANDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  build: {
    '--works': '',
    '--institutions': '',
    '--regions': 'those that ship',
    '--corrections': '',
    '--years': '2000-2025',
    '--types': '(default: article,review)',
    '--sources': '',
    '--author-cap': '(default: 100)',
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
    '--server': 'with --engine trino',
    '--user': '(default: who runs this)',
    '--ca': '',
    '--catalog': '(default: hive)',
    '--schema': '(default: synopolis)',
    '--bring': 'work_cities',
  },
  ranking: {
    '--prefer': 'defaults where left out',
    '--of': '(default: cities)',
    '--definition': 'all where left out',
    '--by': '(default: share)',
    '--base': '',
    '--top': '(default: 20)',
    '--region': 'Name=place,place',
    '--sector': '',
    '--no-intervals': 'at once without them',
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
    '--by': 'a row each',
    '--place': '',
    '--with': '',
    '--region': '',
    '--kind': 'cities where left out',
    '--rows': '',
    '--sector': '',
    '--counting': '(default: full)',
    '--no-coaffiliation': 'leaves it out',
    '--capped': '',
    '--top': '(default: 20)',
    '--lang': '"en"',
    ...ASKED,
    ...OUTPUT,
  },
  network: {
    '--place': 'where left out',
    '--region': '',
    '--sector': '',
    '--counting': '(default: partner)',
    '--no-coaffiliation': 'leaves it out',
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
    '--place': '',
    '--definition': 'do not overlap',
    '--region': '',
    '--sector': '',
    '--by': '(default: share)',
    '--metric': '',
    '--vintage': 'where left out',
    '--parts': '(default: cities)',
    '--population-year': 'where left out',
    '--statistics': '',
    '--lang': '"en"',
    ...ASKED,
    ...OUTPUT,
  },
  convergence: {
    '--place': '',
    '--region': '',
    '--sector': '',
    '--by': '(default: share)',
    '--window': '3 where left out',
    '--metric': '',
    '--vintage': 'where left out',
    '--parts': '(default: cities)',
    '--statistics': '',
    '--lang': '"en"',
    ...ASKED,
    ...OUTPUT,
  },
  profile: {
    '--prefer': 'defaults where left out',
    '--place': '',
    '--by': 'all where left out',
    '--top': '(default: 5)',
    '--statistics': '',
    '--draws': '(default: 2000)',
    '--seed': '(default: 1)',
    '--lang': '"en"',
    ...ASKED,
    ...OUTPUT,
  },
  sensitivity: {
    '--analysis': '(default: ranking)',
    '--place': '',
    '--region': 'Name=place,place',
    '--definition': 'where left out',
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
    '--of': '(default: both)',
    '--place': '',
    '--reach': 'where left out',
    '--from': '',
    '--top': '(default: 10)',
    '--resources': 'beside the one that ships',
    '--half-life': '(default: 8)',
    '--size': '(default: 0.5)',
    '--lang': '"en"',
    ...OUTPUT,
  },
  partners: {
    '--years': 'all years',
    '--field': '',
    '--top': '(default: 10)',
    '--likely': '(default: 5)',
    '--resources': 'beside the one that ships',
    '--lang': '"en"',
    ...OUTPUT,
  },
  gaps: {
    '--years': 'all years',
    '--least': '(default: 3)',
    '--below': '(default: 0.8)',
    '--top': '(default: 10)',
    '--lang': '"en"',
    ...OUTPUT,
  },
  compare: {
    '--prefer': 'defaults where left out',
    '--place': '',
    '--region': '',
    '--by': 'all where left out',
    '--sector': '',
    '--of': 'where left out',
    '--top': '(default: 3)',
    '--statistics': '',
    '--draws': '(default: 2000)',
    '--seed': '(default: 1)',
    '--lang': '"en"',
    ...ASKED,
    ...OUTPUT,
  },
  panel: {
    '--place': '',
    '--region': '',
    '--inside': '',
    '--kind': 'cities where left out',
    '--top': '(default: 50)',
    '--definition': 'all where left out',
    '--years': 'all years',
    '--field': '',
    '--sector': '',
    '--by': '',
    '--no-coaffiliation': 'leaves it out',
    '--capped': '',
    '--lang': '"en"',
    ...OUTPUT,
  },
  report: {
    '--years': 'all years',
    '--field': '',
    '--peers': 'none where left out',
    '--full': 'two pages where left out',
    '--lang': '"en"',
    '--out': 'where left out',
  },
  resources: {
    '--kind': '',
    '--place': '',
    '--region': '',
    '--field': '',
    '--opened': '',
    '--status': '',
    '--source-status': '',
    '--counts': 'by kind where nothing is said',
    '--resources': 'beside the one that ships',
    '--lang': '"en"',
    ...OUTPUT,
  },
  'resources show': { '--resources': 'beside the one that ships', '--lang': '"en"', ...OUTPUT },
  'resources check': {},
  'needs add': { '--place': '', '--note': '', ...NEEDS },
  'needs list': { '--state': 'all where left out', ...NEEDS, ...OUTPUT },
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
    '--by': 'all where left out',
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
    '--engine': 'tables that stayed on the cluster',
    '--server': 'with --engine trino',
    '--user': '(default: who runs this)',
    '--ca': '',
    '--catalog': 'that they were built in',
    '--schema': 'that it was built in',
  },
  sql: OUTPUT,
  check: {},
  'regions list': { '--regions': '', ...OUTPUT },
  'regions show': { '--regions': '', ...OUTPUT },
  'regions check': { '--observatory': '' },
  demo: {
    '--out': '(default: "demo")',
    '--works': '(default: 40000)',
    '--seed': '(default: 1)',
    '--serve': '',
  },
  'fetch works': {
    '--corpus': 'where left out',
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

  it('tells the version', async () => {
    expect(await synopolis('--version')).toEqual({ code: 0, out: `${VERSION}\n`, err: '' });
  });
});
