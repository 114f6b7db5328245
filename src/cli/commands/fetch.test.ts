import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { describe, expect, it, onTestFinished } from 'vitest';

import { openAlexServer, type ServerOptions, workOf, worksOf } from '../../../test/openalex-server.ts';
import { rorLines } from '../../../test/observatory/worlds.ts';
import { zenodoServer, zipOf } from '../../../test/zenodo-server.ts';
import { readInstitutions } from '../../places/institutions/read.ts';
import { theWorld } from '../../records/openalex-api/index.ts';
import { CliError } from '../error.ts';
import type { Terminal } from '../terminal.ts';
import { fetchCommand } from './fetch.ts';

const KEY = 'the-secret-key';

/** The command before a server, with what it wrote and what it was answered. */
async function shell(options: ServerOptions, terminal: Partial<Terminal> = {}) {
  const server = await openAlexServer(options);
  const folder = await mkdtemp(join(tmpdir(), 'fetch-cli-'));
  onTestFinished(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  const out: string[] = [];
  const err: string[] = [];
  const questions: string[] = [];
  const run = async (...words: string[]): Promise<void> => {
    const command = fetchCommand(
      { ...theWorld, sleep: () => Promise.resolve() },
      {
        env: { OPENALEX_API_KEY: ` ${KEY}\n` },
        out: (text) => out.push(text),
        err: (text) => err.push(text),
        interactive: false,
        redraws: false,
        ask: (question) => {
          questions.push(question);
          return Promise.resolve('n');
        },
        onInterrupt: () => () => undefined,
        ...terminal,
      },
    );
    for (const each of [command, ...command.commands])
      each.exitOverride().configureOutput({ writeErr: (text) => err.push(text) });
    const address = words[0] === 'snapshot' ? [] : ['--base-url', server.baseUrl];
    await command.parseAsync([...words, ...address], { from: 'user' });
  };
  return { run, server, out, err, questions, folder: join(folder, 'works') };
}

async function failure(promise: Promise<void>): Promise<unknown> {
  return promise.then(
    () => null,
    (error: unknown) => error,
  );
}

describe('fetch works', () => {
  it('tells the plan, fetches without a question where nobody is there to answer, and says what it has', async () => {
    const { run, err, out, server, questions, folder } = await shell({
      works: [...worksOf(4), workOf(5, 120)],
    });
    await run('works', '--filter', 'type:article', '--out', folder);
    expect(err[0]).toMatch(
      /^5 works: 1 call, estimated 30 KB of JSON to receive before compression, 3 KB on disk, 1 s\n$/,
    );
    expect(err.join('')).toMatch(
      /5 records in 1 file in .*works\n1 work with 100 authors or more got again singly/,
    );
    expect(await readdir(folder)).toEqual(['fetch.json', 'works-00001.jsonl.gz']);
    expect(server.calls[0]?.searchParams.get('api_key')).toBe(KEY);
    expect([...out, ...questions]).toEqual([]);
    expect(err.join('')).not.toContain(KEY);
  });

  it('asks before it starts where somebody is there, and takes anything but yes for no', async () => {
    const { run, err, questions, folder } = await shell({ works: worksOf(4) }, { interactive: true });
    await run('works', '--filter', 'type:article', '--out', folder);
    expect(questions).toEqual(['Start? [y/N] ']);
    expect(err.at(-1)).toBe('nothing was fetched\n');
    expect(existsSync(folder)).toBe(false);
  });

  it('--yes starts without asking, --dry-run never starts', async () => {
    const { run, questions, err, folder } = await shell({ works: worksOf(4) }, { interactive: true });
    await run('works', '--filter', 'type:article', '--out', folder, '--dry-run');
    expect(existsSync(folder)).toBe(false);
    expect(err.at(-1)).toMatch(/^dry run/);
    await run('works', '--filter', 'type:article', '--out', folder, '--yes');
    expect(existsSync(join(folder, 'works-00001.jsonl.gz'))).toBe(true);
    expect(questions).toEqual([]);
    await run('works', '--filter', 'type:article', '--out', folder);
    expect(err.at(-1)).toMatch(/is finished: 4 records in 1 file/);
  });

  it('says that a key is missing', async () => {
    const { run, err, server, folder } = await shell({ works: worksOf(1) }, { env: {} });
    await run('works', '--filter', 'type:article', '--out', folder);
    expect(err.join('')).toMatch(/OPENALEX_API_KEY is not set/);
    expect(server.calls[0]?.searchParams.has('api_key')).toBe(false);
  });

  it('--preset journals fetches the years of the journals listed, and names those that OpenAlex does not know', async () => {
    const sources = [{ id: 'https://openalex.org/S1', issn: ['0028-0836'] }];
    const { run, err, server, folder } = await shell({ works: worksOf(2), sources });
    await run(
      'works',
      '--preset',
      'journals',
      'docs/templates/journals.csv',
      '--years',
      '2015-2024',
      '--out',
      folder,
    );
    expect(err.filter((line) => line.startsWith('warning:'))).toHaveLength(7);
    expect(err[1]).toBe(
      'warning: docs/templates/journals.csv:4: OpenAlex knows no source 0027-8424 (Proceedings of the National Academy of Sciences); it will have no works\n',
    );
    const filters = server.calls
      .filter(({ pathname }) => pathname === '/works')
      .map(({ searchParams }) => searchParams.get('filter'));
    expect(filters[0]).toBe(
      'primary_location.source.id:S64187185,from_publication_date:2015-01-01,to_publication_date:2024-12-31',
    );
    expect(filters[1]).toMatch(
      /^primary_location\.source\.issn:0028-0836\|0036-8075\|.*,to_publication_date:2024-12-31$/,
    );
  });

  it('reports a refusal of OpenAlex in its words, exit 1', async () => {
    const { run, folder } = await shell({
      works: [],
      faults: { 0: { status: 403, body: '{"message":"no such luck"}' } },
    });
    const error = await failure(run('works', '--filter', 'a:b', '--out', folder));
    expect(error).toBeInstanceOf(CliError);
    expect(error).toMatchObject({ exitCode: 1, message: expect.stringContaining('no such luck') as string });
  });

  it('stops at Ctrl-C and says how to go on', async () => {
    let stop = (): void => undefined;
    const onInterrupt = (handler: () => void): (() => void) => {
      stop = handler;
      return () => undefined;
    };
    const err = (text: string): void => {
      if (text.startsWith('100 of')) stop();
    };
    const { run, folder } = await shell({ works: worksOf(250) }, { onInterrupt, err });
    const error = await failure(run('works', '--filter', 'a:b', '--out', folder));
    expect(error).toMatchObject({
      exitCode: 1,
      message: expect.stringContaining('run the same command again') as string,
    });
    expect(await readdir(folder)).toEqual(['fetch.json', 'works-00001.unfinished']);
  });

  it.each([
    ['neither filter nor preset', []],
    ['years without a preset', ['--filter', 'a:b', '--years', '2020']],
    ['a preset without years', ['--preset', 'journals', 'list.csv']],
    ['a preset without a file', ['--preset', 'journals', '--years', '2020']],
    ['an unknown preset', ['--preset', 'books', 'list.csv', '--years', '2020']],
  ])('%s is a usage error', async (_, words) => {
    const { run, server, folder } = await shell({});
    expect(await failure(run('works', '--out', folder, ...words))).toMatchObject({ exitCode: 2 });
    expect(server.calls).toEqual([]);
  });

  it.each([
    ['--years', '2024-2015'],
    ['--per-page', '200'],
    ['--rate', '0'],
    ['--max-pages', 'many'],
  ])('%s %s is refused', async (flag, value) => {
    const { run, folder } = await shell({});
    expect(await failure(run('works', '--filter', 'a:b', '--out', folder, flag, value))).toBeInstanceOf(
      CommanderError,
    );
  });
});

describe('fetch institutions', () => {
  const institutions = [
    { id: 'https://openalex.org/I1', display_name: 'One', country_code: 'NL', type: 'education', geo: {} },
  ];

  it('brings the newest release of ROR and all institutions of OpenAlex, for build to read as one folder', async () => {
    const { run, folder, server, err } = await shell({ institutions });
    const zenodo = await zenodoServer({
      release: { version: 'v2.16', zip: zipOf({ 'a.json': rorLines() }) },
    });
    onTestFinished(() => zenodo.close());
    await run('institutions', '--out', folder, '--ror-url', zenodo.address);
    expect((await readdir(folder, { recursive: true })).sort()).toEqual([
      'openalex',
      'openalex/fetch.json',
      'openalex/institutions-00001.jsonl.gz',
      'ror',
      'ror/fetch.json',
      'ror/v2.16-2026-11-20-ror-data.json.gz',
    ]);
    expect(err[0]).toBe('ROR v2.16 (2026-11-20): 1 file of 1 MB from Zenodo, free and without a key.\n');
    expect(server.calls[0]?.searchParams.has('filter')).toBe(false);
    expect((await readInstitutions([folder])).records).toHaveLength(13);
  });

  it('of a filter, or --from openalex, asks OpenAlex alone, and continues an earlier folder in its place', async () => {
    const { run, folder, server } = await shell({ institutions });
    await run('institutions', '--out', folder, '--filter', 'country_code:nl');
    expect(await readdir(folder)).toEqual(['openalex']);
    await run('institutions', '--out', join(folder, 'openalex'), '--filter', 'country_code:nl');
    expect(await readdir(join(folder, 'openalex'))).toEqual(['fetch.json', 'institutions-00001.jsonl.gz']);
    expect(server.calls).toHaveLength(2);
  });

  it.each([
    ['of an unknown source', ['--from', 'grid']],
    ['of ROR with a filter', ['--from', 'ror,openalex', '--filter', 'country_code:nl']],
  ])('%s is a usage error', async (_, words) => {
    const { run, server, folder } = await shell({ institutions });
    expect(await failure(run('institutions', '--out', folder, ...words))).toMatchObject({ exitCode: 2 });
    expect(server.calls).toEqual([]);
  });
});

it('fetch snapshot prints what to copy to stdout, without the network', async () => {
  const { run, out, err, server } = await shell({});
  await run('snapshot');
  expect(out.join('')).toContain(
    'aws s3 sync "s3://openalex/data/jsonl/works" "openalex/works" --no-sign-request',
  );
  expect(out.join('')).toMatch(/330 GB/);
  expect([...err, ...server.calls]).toEqual([]);
});
