import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Words of English one after the other, as no name, id or parameter has them. */
const ENGLISH = /[a-z]{2,} [a-z]{2,} [a-z]{2,}/;

interface Text {
  readonly where: string;
  /** Its literal text, what is filled in left out. */
  readonly en: string;
  readonly zh: string;
}

/** The literal texts within a node; commands between grave accents, and the language of a phrase, left out. */
function literals(node: ts.Node): string {
  const found: string[] = [];
  const visit = (inner: ts.Node): void => {
    if (
      (ts.isStringLiteralLike(inner) && !['en', 'zh'].includes(inner.text)) ||
      ts.isTemplateHead(inner) ||
      ts.isTemplateMiddle(inner) ||
      ts.isTemplateTail(inner)
    )
      found.push(inner.text);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return found.join('\u2026').replace(/`[^`]*`/g, '');
}

/** An object as it is written, here or as a constant of the file. */
function objectOf(node: ts.Expression, source: ts.SourceFile): ts.ObjectLiteralExpression {
  if (ts.isObjectLiteralExpression(node)) return node;
  const constants = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations);
  const constant = constants.find(({ name }) => name.getText() === node.getText());
  return constant!.initializer as ts.ObjectLiteralExpression;
}

/** The messages that a file defines. */
function messagesOf(file: string): Text[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Text[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'defineMessages') {
      const [area, definitions] = node.arguments;
      for (const one of (definitions as ts.ObjectLiteralExpression).properties) {
        const parts = objectOf((one as ts.PropertyAssignment).initializer, source);
        const textOf = (language: string): string =>
          literals(parts.properties.find((part) => part.name?.getText() === language)!);
        const where = `${(area as ts.StringLiteral).text}.${one.name!.getText()}`;
        found.push({ where, en: textOf('en'), zh: textOf('zh') });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const messages = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  .flatMap((file) => messagesOf(join('src', file)));

describe('the catalogue of messages', () => {
  it('is found', () => {
    expect(messages.length).toBeGreaterThan(100);
    expect(new Set(messages.map(({ where }) => where)).size).toBe(messages.length);
  });

  it('has Chinese for all of its English, and no English left in it', () => {
    const wrong = messages.filter(({ en, zh }) =>
      /[a-z]{2,} [a-z]{2,}/.test(en) ? !/\p{Script=Han}/u.test(zh) || ENGLISH.test(zh) : false,
    );
    expect(wrong).toEqual([]);
  });

  it('has no Chinese in its English', () => {
    expect(messages.filter(({ en }) => /\p{Script=Han}/u.test(en))).toEqual([]);
  });
});
