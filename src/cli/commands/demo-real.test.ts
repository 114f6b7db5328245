import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

import { recordingTerminal } from '../../../test/cli/shell.ts';
import { type Fault, openAlexServer, type ServerOptions } from '../../../test/openalex-server.ts';
import { addressOf, wordsFor } from '../../../test/own-program.ts';
import { generatedRecords, globalHealth, hasRealRecords } from '../../../test/real-demonstration.ts';
import { ranking } from '../../analyses/index.ts';
import { REAL } from '../../demo/index.ts';
import { askObservatory, Observatory, readManifest } from '../../observatory/index.ts';
import { readJournals, theWorld } from '../../records/openalex-api/index.ts';
import { CliError } from '../error.ts';
import type { Terminal } from '../terminal.ts';
import { demoCommand } from './demo.ts';

const ISSNS = (await readJournals(REAL.journals)).map(({ issn }) => issn!);
/** Three pages of works, the last of which is not full, and two of institutions. */
const RECORDS = generatedRecords(250, 120, ISSNS);
const CALLS = 1 + 3 + 1 + 2;

/** A server of records and an empty folder, both gone at the end of the test. */
async function place(options: Partial<ServerOptions> = {}) {
  const server = await openAlexServer({ ...RECORDS, isFiltering: true, ...options });
  const folder = await mkdtemp(join(tmpdir(), 'demo-real-'));
  onTestFinished(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { server, folder: join(folder, 'demo-real') };
}

/** The command with what it printed; waits take no time. */
async function demo(folder: string, baseUrl: string, words: string[] = [], given: Partial<Terminal> = {}) {
  const { terminal, printed } = recordingTerminal(given);
  const command = demoCommand(terminal, { ...theWorld, sleep: () => Promise.resolve() });
  command.exitOverride().configureOutput({ writeErr: terminal.err });
  const error: unknown = await command
    .parseAsync(['--real', '--out', folder, '--base-url', baseUrl, ...words], { from: 'user' })
    .then(
      () => null,
      (thrown: unknown) => thrown,
    );
  return { error, ...printed() };
}

/** The files of a folder that were fetched, without the days on which they were. */
async function fetched(folder: string): Promise<Record<string, string>> {
  const source = join(folder, 'source');
  const files = (await readdir(source, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  );
  const entries = files.map(async ({ parentPath, name }) => {
    const bytes = await readFile(join(parentPath, name));
    return [`${parentPath.slice(source.length)}/${name}`, bytes.toString('base64')] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

describe('demo --real', () => {
  it('gives the cost first, fetches works and the institutions that they name, builds both rules, and ranks', async () => {
    const { server, folder } = await place({ headers: { 'x-ratelimit-remaining': '900' } });
    const { error, out, err } = await demo(folder, server.baseUrl);
    expect(error).toBeNull();
    expect(err.split('\n').slice(0, 2)).toEqual([
      'Global health journals: 250 works and about 160 institutions from OpenAlex, in about 6 calls: about 1 minute, 1 MB on disk. The build then takes less than a minute.',
      'OpenAlex allows 900 more calls today without a key: enough.',
    ]);
    expect(server.calls).toHaveLength(CALLS);
    const filters = server.calls.map(({ searchParams }) => searchParams.get('filter') ?? '');
    expect(filters[1]).toBe(
      `primary_location.source.issn:${ISSNS.join('|')},from_publication_date:2014-01-01,to_publication_date:2024-12-31,type:article|review`,
    );
    expect(filters.at(-1)!.split('|')).toHaveLength(120 - 99);
    const manifest = readManifest(join(folder, 'observatory'));
    expect(manifest).toMatchObject({
      title: 'Global health journals',
      licence: 'CC0-1.0 (OpenAlex)',
      synthetic: null,
      locatedBy: 'address',
      records: { kept: 250 },
    });
    const today = new Date().toISOString().slice(0, 10);
    expect(manifest.works[0].vintage.to).toBe(today);
    expect(out).toMatch(/Rank .*Place/);
    expect(out).toContain('The records are those of OpenAlex on ');
    const observatory = await Observatory.open(join(folder, 'observatory'));
    onTestFinished(() => observatory.close());
    expect(observatory.manifest.addresses).not.toBeUndefined();
  });

  it('asks OpenAlex for nothing again, and builds the same', async () => {
    const { server, folder } = await place();
    await demo(folder, server.baseUrl);
    const [before, calls] = [await fetched(folder), server.calls.length];
    const { error, out } = await demo(folder, server.baseUrl);
    expect([error, server.calls.length]).toEqual([null, calls]);
    expect(await fetched(folder)).toEqual(before);
    expect(out).toMatch(/Rank .*Place/);
  });

  // A page of works, the first page of institutions.
  it.each([3, 6])('killed at call %i continues there, and ends with the same records', async (at) => {
    const whole = await place();
    await demo(whole.folder, whole.server.baseUrl);
    const { server, folder } = await place();
    const words = JSON.stringify(['demo', '--real', '--out', folder, '--base-url', server.baseUrl]);
    const child = spawn(
      process.execPath,
      wordsFor(`import { main } from ${addressOf('cli/main.ts')}; process.exitCode = await main(${words});`),
      { stdio: 'ignore' },
    );
    server.onCall((number) => {
      if (number === at) child.kill('SIGKILL');
    });
    expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);
    expect(existsSync(join(folder, 'observatory'))).toBe(false);

    const before = server.calls.length;
    const { error } = await demo(folder, server.baseUrl);
    expect(error).toBeNull();
    expect(await fetched(folder)).toEqual(await fetched(whole.folder));
    // What came before is not asked for again: only the call that was cut, and the plan of what was under way.
    expect(server.calls.length - before).toBeLessThanOrEqual(CALLS - at + 2);
  });

  it.each<[string, Fault]>([
    ['429', { status: 429, headers: { 'retry-after': '2' }, body: '{"message":"slow down"}' }],
    ['a page that is cut off', 'cut half way'],
    ['a closed connection', 'reset'],
  ])('tries again after %s, in works and in institutions', async (_, fault) => {
    const { server, folder } = await place({ faults: { 2: fault, 6: fault } });
    const { error, err } = await demo(folder, server.baseUrl);
    expect(error).toBeNull();
    expect(err.match(/trying again in/g)).toHaveLength(2);
    expect(server.calls).toHaveLength(CALLS + 2);
    expect(readManifest(join(folder, 'observatory')).records.kept).toBe(250);
  });

  it('ends where the allowance of the day is used up, keeps what came, and continues with the same command', async () => {
    const used: Fault = {
      status: 429,
      headers: { 'x-ratelimit-remaining': '0' },
      body: '{"message":"limit"}',
    };
    const { server, folder } = await place({ faults: { 5: used } });
    const first = await demo(folder, server.baseUrl);
    expect(first.error).toBeInstanceOf(CliError);
    expect(first.error).toMatchObject({
      exitCode: 1,
      message: expect.stringMatching(/allowance for today is used up.*run the same command again/) as string,
    });
    expect((await demo(folder, server.baseUrl)).error).toBeNull();
    // The call that was refused and the plan of institutions; nothing of the works.
    expect(server.calls).toHaveLength(CALLS + 2);
  });

  it('without a network says what to do, after three attempts', async () => {
    const { folder } = await place();
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');
    const { error, err } = await demo(folder, `http://127.0.0.1:${port}`);
    expect(error).toBeInstanceOf(CliError);
    expect((error as CliError).message).toMatch(
      /cannot be reached from this machine \(connection failed: .*ECONNREFUSED.*\)\. Check the network, then run the same command again\. Behind a proxy/,
    );
    expect(err.match(/trying again/g)).toHaveLength(2);
    expect(existsSync(folder)).toBe(false);
  });

  it.each([
    [
      'is not enough',
      { 'x-ratelimit-remaining': '3' },
      {},
      /allows 3 more calls today without a key: not enough/,
    ],
    ['is unknown without a key', {}, {}, /No OPENALEX_API_KEY is set\. Without a key OpenAlex allows 100 to/],
    [
      'is not enough with a key',
      { 'x-ratelimit-remaining': '3' },
      { OPENALEX_API_KEY: 'k' },
      /3 more calls today: not enough/,
    ],
  ])('--dry-run stops after the cost, where the allowance %s', async (_, headers, env, message) => {
    const { server, folder } = await place({ headers });
    const { error, err } = await demo(folder, server.baseUrl, ['--dry-run'], { env });
    expect(error).toBeNull();
    expect(err).toMatch(message);
    expect(err.trimEnd().split('\n').at(-1)).toBe('dry run: nothing was fetched');
    expect([server.calls.length, existsSync(folder)]).toEqual([1, false]);
  });

  it('asks before it starts where somebody is there', async () => {
    const { server, folder } = await place();
    const questions: string[] = [];
    const ask = (question: string): Promise<string> => {
      questions.push(question);
      return Promise.resolve('no');
    };
    const { err } = await demo(folder, server.baseUrl, [], { interactive: true, ask });
    expect([questions, existsSync(folder)]).toEqual([['Start? [y/N] '], false]);
    expect(err).toMatch(/nothing was fetched\n$/);
  });

  it('stops at --max-pages without a build, and continues without it', async () => {
    const { server, folder } = await place();
    const { error, err } = await demo(folder, server.baseUrl, ['--max-pages', '2']);
    expect([error, existsSync(join(folder, 'observatory'))]).toEqual([null, false]);
    expect(err).toMatch(/Stopped at --max-pages with 200 of 250 works in .*; nothing was built/);
    expect((await demo(folder, server.baseUrl)).error).toBeNull();
    expect(readManifest(join(folder, 'observatory')).records.kept).toBe(250);
  });

  it('names a journal that OpenAlex has no works of, and ends where it has none of any', async () => {
    const { server, folder } = await place(generatedRecords(30, 12, ISSNS.slice(1)));
    expect((await demo(folder, server.baseUrl)).err).toContain(
      'OpenAlex has no works of Bulletin of the World Health Organization. Its ISSN may have changed there',
    );
    const other = await place(generatedRecords(30, 12, ['1234-5679']));
    const { error } = await demo(other.folder, other.server.baseUrl);
    expect(error).toMatchObject({ message: expect.stringMatching(/no works of these journals/) as string });
  });

  it.each([
    ['--works and --seed', ['--seed', '2'], /--works and --seed are of made-up works/],
    ['no number of pages', ['--max-pages', '0'], /Give a whole number from 1/],
  ])('refuses %s', async (_, words, message) => {
    const { server, folder } = await place();
    const { error } = await demo(folder, server.baseUrl, words);
    expect((error as Error).message).toMatch(message);
    expect(server.calls).toEqual([]);
  });

  it('keeps its flags to itself', async () => {
    const terminal = { env: {}, err: () => undefined, out: () => undefined } as unknown as Terminal;
    await expect(
      demoCommand(terminal).exitOverride().parseAsync(['--max-pages', '2'], { from: 'user' }),
    ).rejects.toThrow('--max-pages goes with --real.');
  });
});

describe.skipIf(!hasRealRecords)(
  'demo --real on real records (needs the folder ../shared/data)',
  { tags: 'full' },
  () => {
    it('fetches 8,105 works and the institutions that they name in 137 calls, and counts them by address and by institution', async () => {
      const { server, folder } = await place(await globalHealth());
      const { error, err } = await demo(folder, server.baseUrl);
      expect(error).toBeNull();
      expect(err).toContain(
        'Global health journals: 8,105 works and about 5,183 institutions from OpenAlex, in about 136 calls: about 2 minutes, 6 MB on disk.',
      );
      expect(server.calls).toHaveLength(137);
      const manifest = readManifest(join(folder, 'observatory'));
      expect(manifest.records).toMatchObject({ read: 8105, kept: 8102, dropped: { retracted: 3 } });
      const rules = ['address', 'institution'] as const;
      const first = rules.map(async (locatedBy) =>
        askObservatory(
          join(folder, 'observatory'),
          async (observatory) =>
            (await ranking.run(observatory, ranking.params.parse({ top: 1 }))).rows[0].place.name,
          { locatedBy },
        ),
      );
      // The shared third of ROR lacks many institutions of London, whose addresses name it.
      expect(await Promise.all(first)).toEqual(['London', 'Geneva']);
    });
  },
);
