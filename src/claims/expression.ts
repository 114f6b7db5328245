import { BINDING, BINDING_OF_NEGATIVE, type Call, type Expression, type Sign } from './ast.ts';
import { messages } from './expression-messages.ts';
import { fault, type Token, tokens } from './tokens.ts';

/** Longer or deeper than anybody writes by hand, and far below what a stack holds. */
export const MOST_CHARACTERS = 4000;
export const DEEPEST = 64;

/**
 * Takes an expression apart: numbers, "texts", place ids, names, + − * / with brackets, and calls with arguments by
 * position and then by name, such as `share_of_works(cn:3201, years="2020-2024")`. Pratt's top-down parser (1973).
 * @throws InputError that points at the column
 */
export function parseExpression(text: string): Expression {
  if (text.length > MOST_CHARACTERS)
    throw fault(MOST_CHARACTERS, messages.tooLong({ characters: text.length, most: MOST_CHARACTERS }));
  const parser = new Parser(tokens(text));
  const expression = parser.expression(0, 0);
  parser.end();
  return expression;
}

class Parser {
  #next = 0;

  constructor(private readonly words: readonly Token[]) {}

  /** An expression whose signs bind tighter than `above`. */
  expression(above: number, depth: number): Expression {
    if (depth > DEEPEST) throw fault(this.#peek().at, messages.tooDeep({ most: DEEPEST }));
    let left = this.#operand(depth);
    for (;;) {
      const { kind, text, at } = this.#peek();
      if (kind !== 'sign' || !Object.hasOwn(BINDING, text)) return left;
      const sign = text as Sign;
      if (BINDING[sign] <= above) return left;
      this.#next++;
      left = { kind: 'binary', sign, left, right: this.expression(BINDING[sign], depth + 1), at };
    }
  }

  end(): void {
    const { kind, at, text } = this.#peek();
    if (kind !== 'end') throw fault(at, messages.textAfterEnd({ text }));
  }

  #operand(depth: number): Expression {
    const { kind, text, at } = this.#peek();
    this.#next++;
    switch (kind) {
      case 'number':
        return { kind, value: Number(text), at };
      case 'text':
        return { kind, value: text, at };
      case 'place':
        return { kind, id: text, at };
      case 'name':
        return this.#takes('(') ? this.#call(text, at, depth) : { kind, name: text, at };
      case 'sign':
        if (text === '(') return this.#closed(this.expression(0, depth + 1), at);
        if (text === '-')
          return { kind: 'negative', of: this.expression(BINDING_OF_NEGATIVE - 1, depth + 1), at };
        throw fault(at, messages.misplaced({ text }));
      case 'end':
        throw fault(at, messages.endsEarly());
    }
  }

  #closed(inside: Expression, opened: number): Expression {
    if (!this.#takes(')')) throw fault(opened, messages.bracketNotClosed());
    return inside;
  }

  #call(name: string, at: number, depth: number): Call {
    const positional: Expression[] = [];
    const named: { name: string; value: Expression }[] = [];
    if (this.#takes(')')) return { kind: 'call', name, positional, named, at };
    do {
      const word = this.#peek();
      const byName =
        word.kind === 'name' &&
        this.words[this.#next + 1].text === '=' &&
        this.words[this.#next + 1].kind === 'sign';
      if (byName) {
        this.#next += 2;
        if (named.some((other) => other.name === word.text))
          throw fault(word.at, messages.nameTwice({ name: word.text }));
        named.push({ name: word.text, value: this.expression(0, depth + 1) });
      } else {
        if (named.length > 0) throw fault(word.at, messages.positionAfterName());
        positional.push(this.expression(0, depth + 1));
      }
    } while (this.#takes(','));
    if (!this.#takes(')')) throw fault(at, messages.callNotClosed({ name }));
    return { kind: 'call', name, positional, named, at };
  }

  #peek(): Token {
    return this.words[this.#next];
  }

  #takes(sign: string): boolean {
    const { kind, text } = this.#peek();
    if (kind !== 'sign' || text !== sign) return false;
    this.#next++;
    return true;
  }
}
