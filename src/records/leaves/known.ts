import type { Dictionaries } from '../dictionary.ts';
import { meaningOf, type Piece } from '../pieces.ts';
import { doubled, type Texts, Tuples } from './texts.ts';
import type { RepeatedLeaf } from './value-leaves.ts';

/** What stands for null among the numbers of texts. */
export const NONE = -1;

export type MakeLeaf = (name: string) => RepeatedLeaf | null;

/** Objects of one kind, such as institutions, each told apart by its texts and read once a segment. */
export class Known {
  private readonly tuples = new Tuples();
  /** In this segment, by the number of the object; `NONE` where it was not asked for yet. */
  private codes = new Int32Array(1 << 10).fill(NONE);
  private dictionaries: Dictionaries | null = null;

  /** `fields` are the names of single texts, in their order; `list` is one of texts behind them. */
  constructor(
    private readonly piece: Piece,
    private readonly fields: readonly string[],
    private readonly list: string | null,
    private readonly texts: Texts,
  ) {}

  begin(dictionaries: Dictionaries): void {
    this.dictionaries = dictionaries;
    this.codes.fill(NONE);
  }

  /** The code of an object, 0 where it means nothing: numbers of its texts, then how many its list has (`NONE`: no list), and these. */
  code(values: Int32Array, size: number): number {
    const number = this.tuples.number(values, size);
    while (number >= this.codes.length) this.codes = doubled(this.codes).fill(NONE, this.codes.length);
    const code = this.codes[number];
    return code === NONE ? (this.codes[number] = this.learn(this.tuples.values(number))) : code;
  }

  private learn(values: Int32Array): number {
    const text = (number: number): string | null => (number === NONE ? null : this.texts.text(number));
    const object: Record<string, unknown> = {};
    for (const [i, field] of this.fields.entries()) {
      const [outer, inner] = field.split('.') as [string, string?];
      if (inner === undefined) object[outer] = text(values[i]);
      else object[outer] = { ...(object[outer] as object | undefined), [inner]: text(values[i]) };
    }
    if (this.list !== null) {
      const entries = this.fields.length;
      object[this.list] = values[entries] === NONE ? null : Array.from(values.subarray(entries + 1), text);
    }
    return meaningOf(this.piece, object, this.dictionaries as Dictionaries);
  }
}
