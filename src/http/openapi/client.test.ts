import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { pino } from 'pino';
import ts from 'typescript';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AnalysedWorld, analysedWorld } from '../../../test/analysed-world.ts';
import { serve, type Served } from '../index.ts';
import { openApi } from './document.ts';

/** What somebody writes over the types that are made of the document; the marked lines must not compile unmarked. */
const CLIENT = `
import type { paths } from './interface.ts';

type Json<P extends keyof paths> = paths[P] extends { get: { responses: { 200: { content: { 'application/json': infer J } } } } } ? J : never;
type Query<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } } ? Q : never;

async function ask<P extends keyof paths>(server: string, path: P, query: Query<P>): Promise<Json<P>> {
  const texts = new URLSearchParams(Object.entries(query as object).map(([name, value]) => [name, String(value)]));
  const response = await fetch(server + path + '?' + texts.toString());
  if (response.status !== 200) throw new Error(await response.text());
  return (await response.json()) as Json<P>;
}

export async function client(server: string): Promise<unknown> {
  const answer = await ask(server, '/api/analyses/ranking', { top: 3, by: 'share', of: ['cities'] });
  const first = answer.rows[0];
  const share: number = first.share;
  // @ts-expect-error a Share is no text
  const wrong: string = first.share;
  // @ts-expect-error there is no such measure
  const query: Query<'/api/analyses/ranking'> = { by: 'cites' };
  const places = await ask(server, '/api/places', { q: 'Beijing', parts: ['table'] });
  return { share, method: answer.about.interval?.method, works: answer.about.works, unused: [typeof wrong, query].length, place: places.table?.[0].id };
}
`;

const root = fileURLToPath(new URL('../../..', import.meta.url));
let folder: string;
let world: AnalysedWorld;
let served: Served;
beforeAll(async () => {
  // Inside the project, where its packages are found.
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  folder = mkdtempSync(join(root, 'node_modules/.cache/client-'));
  world = await analysedWorld({ works: 600, seed: 5 });
  served = await serve({
    folders: [world.folder],
    host: '127.0.0.1',
    port: 0,
    token: null,
    log: pino({ level: 'silent' }),
    limits: { jobAfter: 60_000 },
  });
});
afterAll(async () => {
  await served.stop();
  await world.close();
  rmSync(folder, { recursive: true });
});

it('a client made of the document compiles, notices what is wrong, and runs', { tags: 'full' }, async () => {
  const types = astToString(await openapiTS(openApi() as unknown as OpenAPI3));
  writeFileSync(join(folder, 'interface.ts'), types);
  writeFileSync(join(folder, 'client.ts'), CLIENT);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const program = ts.createProgram([join(folder, 'client.ts')], {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    rewriteRelativeImportExtensions: true,
    types: ['node'],
    skipLibCheck: true,
  });
  const { diagnostics } = program.emit();
  const said = [...ts.getPreEmitDiagnostics(program), ...diagnostics].map(({ messageText }) =>
    ts.flattenDiagnosticMessageText(messageText, '\n'),
  );
  expect(said).toEqual([]);
  expect(readFileSync(join(folder, 'client.js'), 'utf8')).toContain('fetch');
  const { client } = (await import(pathToFileURL(join(folder, 'client.js')).href)) as {
    client: (server: string) => Promise<Record<string, unknown>>;
  };
  const told = await client(served.address);
  expect(told).toMatchObject({ place: 'cn:1100', works: world.works.length });
  expect(told.share).toBeGreaterThan(0);
  expect(told.method).toContain('joint draws');
});
