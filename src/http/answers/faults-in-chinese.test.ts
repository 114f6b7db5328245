import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { problem } from './problem.ts';
import { problemZh } from './problem-zh.ts';

const FOLDER = 'src/analyses';
/** What may stand where a text is filled in: each pattern takes one of them at least. */
const FILLED = ['12', 'Suzhou (cn:3205)', 'city', 'field', 'rank', ''];
/** Words of English one after the other, as no name, id or parameter has them. */
const ENGLISH = /[a-z]{2,} [a-z]{2,} [a-z]{2,}/;

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
      const todo = ts.isObjectLiteralExpression(at)
        ? at.properties.find((one) => one.name?.getText() === 'todo')
        : undefined;
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      for (const part of [
        what,
        todo !== undefined && ts.isPropertyAssignment(todo) ? todo.initializer : undefined,
      ]) {
        const own = texts(part);
        if (own !== null) found.push({ where: `${file}:${line}`, texts: own });
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

const faults = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => join(FOLDER, file))
  .flatMap(faultsOf)
  // What is filled in is said elsewhere.
  .filter(({ texts }) => /[a-z]{2,} [a-z]{2,}/.test(texts.join(' ')));

describe('what analyses say where they cannot answer', () => {
  it('is found', () => {
    expect(faults.length).toBeGreaterThan(80);
  });

  it('has Chinese words, each of it', () => {
    expect(
      faults.filter((fault) => !hasChinese(fault)).map(({ where, texts }) => `${where} ${texts.join('…')}`),
    ).toEqual([]);
  });
});
