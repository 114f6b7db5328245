import { CLOSE_OBJECT, skipContainer } from './bytes.ts';

interface Known {
  readonly bytes: Buffer;
  readonly code: number;
}

const HASHED = 64;

/**
 * Codes of JSON objects that recur byte for byte, such as institutions: the first time one is parsed, afterwards its
 * bytes are compared with those kept. An object closes itself, so equal bytes from `{` on are the same whole object.
 */
export class RawCodes {
  private readonly known = new Map<number, Known[]>();
  /** The position after the object read last; −1 where it did not close or did not parse. */
  after = -1;

  constructor(private readonly parse: (value: unknown) => number) {}

  at(b: Buffer, p: number, end: number): number {
    const hashed = Math.min(p + HASHED, end);
    let hash = 0x811c9dc5;
    for (let i = p; i < hashed; i++) {
      hash = Math.imul(hash ^ b[i], 0x01000193);
      if (b[i] === CLOSE_OBJECT) break;
    }
    const candidates = this.known.get(hash);
    if (candidates !== undefined) {
      for (const candidate of candidates) {
        const length = candidate.bytes.length;
        if (p + length <= end && candidate.bytes.compare(b, p, p + length) === 0) {
          this.after = p + length;
          return candidate.code;
        }
      }
    }
    this.after = skipContainer(b, p, end);
    if (this.after < 0) return 0;
    return this.learn(hash, Buffer.from(b.subarray(p, this.after)), candidates);
  }

  private learn(hash: number, bytes: Buffer, candidates: Known[] | undefined): number {
    let code: number;
    try {
      code = this.parse(JSON.parse(bytes.toString('utf8')));
    } catch {
      this.after = -1;
      return 0;
    }
    const entry = { bytes, code };
    if (candidates === undefined) this.known.set(hash, [entry]);
    else candidates.push(entry);
    return code;
  }
}
