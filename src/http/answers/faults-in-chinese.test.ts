import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { unknownMetric } from '../../facts/read-statistics.ts';
import { Gazetteer } from '../../places/gazetteer.ts';
import type { ResolveOptions } from '../../places/resolve.ts';
import { type ResourceKind, unknownKind } from '../../resources/kind.ts';
import { problem } from './problem.ts';
import { problemZh } from './problem-zh.ts';

/** What is thrown here reaches whoever asks over HTTP; needs are kept by the command line. */
const FOLDERS = ['src/analyses', 'src/facts', 'src/resources'];
const ELSEWHERE = /^src\/resources\/needs\//;
/** What may stand where a text is filled in: each pattern takes one of them at least. */
const FILLED = ['12', 'Suzhou (cn:3205)', 'city', 'field', 'rank', 'gdp of Suzhou', ''];
/** Words of English one after the other, as no name, id or parameter has them. */
const ENGLISH = /[a-z]{2,} [a-z]{2,} [a-z]{2,}/;

/** Names for every way in which a place cannot be told. */
const NAMES: readonly (readonly [string, ResolveOptions])[] = [
  ['Springfield', {}],
  ['Tokyoo', {}],
  ['Tokyoo', { country: 'JP' }],
  ['xqzzqx', {}],
  ['Jiangsu', {}],
  ['San Jose', { kinds: ['city', 'province'] }],
  ['gn:999999999', {}],
  ['cn:320506', {}],
  ['iso:FR', {}],
  ['iso:FR', { kinds: ['city', 'province'] }],
  ['gn:13353696', {}],
];

interface Fault {
  readonly where: string;
  /** Its texts between what is filled in. */
  readonly texts: readonly string[];
}

/** The texts of a literal, between what is filled in; null where it is something else. */
function texts(node: ts.Expression | undefined): string[] | null {
  if (node === undefined) return null;
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
}

/** What the file throws where a question cannot be answered: what is wrong, and what to do. */
function faultsOf(file: string): Fault[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Fault[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'InputError') {
      const [what, at] = node.arguments ?? [];
      const said = ts.isObjectLiteralExpression(at) ? at.properties : [];
      const named = (name: string): ts.ObjectLiteralElementLike | undefined =>
        said.find((one) => one.name?.getText() === name);
      const todo = named('todo');
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      for (const part of [
        what,
        todo !== undefined && ts.isPropertyAssignment(todo) ? todo.initializer : undefined,
      ]) {
        const own = texts(part);
        // What is wrong with a file of the server's is for whoever runs it.
        if (own !== null && named('file') === undefined) found.push({ where: `${file}:${line}`, texts: own });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Every way to fill in `count` places. */
function* fillings(count: number): Generator<string[]> {
  if (count === 0) yield [];
  else for (const first of FILLED) for (const rest of fillings(count - 1)) yield [first, ...rest];
}

function hasChinese(fault: Fault): boolean {
  for (const filling of fillings(fault.texts.length - 1)) {
    const english = fault.texts.map((text, i) => `${text}${filling[i] ?? ''}`).join('');
    const { detail } = problemZh(problem('unanswerable', 422, 'It cannot be answered', english));
    if (/\p{Script=Han}/u.test(detail) && !ENGLISH.test(detail)) return true;
  }
  return false;
}

const faults = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !ELSEWHERE.test(file))
  .flatMap(faultsOf)
  // What is filled in is said elsewhere.
  .filter(({ texts }) => /[a-z]{2,} [a-z]{2,}/.test(texts.join(' ')));

describe('what analyses say where they cannot answer', () => {
  it('is found', () => {
    expect(faults.length).toBeGreaterThan(80);
  });

  it('has Chinese words where a name is no place, or several, no metric or no kind', async () => {
    const gazetteer = await Gazetteer.open();
    const places = NAMES.map(([text, options]) => {
      const resolved = gazetteer.resolve(text, options);
      if (resolved.place !== null) throw new Error(`${text} is ${resolved.place.id}`);
      return resolved;
    });
    const others = ['gpd', 'xqzzqx'].map((text) => unknownMetric(text, ['gdp']));
    for (const { what, todo } of [
      ...places,
      ...others,
      unknownKind('xqzzqx', new Map([['park', {} as ResourceKind]])),
    ]) {
      const english = `${what}. ${todo}`;
      const { detail } = problemZh(problem('unanswerable', 422, 'It cannot be answered', english));
      expect(detail, english).not.toMatch(/\b(?:is|of|the|Give|Near|fits|Check)\b/);
    }
  });

  it('has Chinese words, each of it', () => {
    expect(
      faults.filter((fault) => !hasChinese(fault)).map(({ where, texts }) => `${where} ${texts.join('…')}`),
    ).toEqual([]);
  });
});
