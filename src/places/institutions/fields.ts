import type { Message } from '../../base/index.ts';
import { messages } from './messages.ts';

/** Reads fields of JSON that may hold anything: what is not of the asked type is null or empty, and noted. */
export class Fields {
  readonly #note: (problem: Message) => void;

  constructor(note: (problem: Message) => void) {
    this.#note = note;
  }

  text(of: Json, name: string): string | null {
    const value = of[name];
    if (value === undefined || value === null) return null;
    if (typeof value === 'string') return value.trim() || null;
    this.#note(messages.notText({ field: name }));
    return null;
  }

  /** A finite number, or text that is one (OpenAlex writes GeoNames ids as text). */
  number(of: Json, name: string): number | null {
    const value = of[name];
    if (value === undefined || value === null || value === '') return null;
    const number = typeof value === 'number' ? value : typeof value === 'string' ? Number(value) : NaN;
    if (Number.isFinite(number)) return number;
    this.#note(messages.notNumber({ field: name }));
    return null;
  }

  /** A positive whole number. */
  id(of: Json, name: string): number | null {
    const number = this.number(of, name);
    if (number === null || (Number.isSafeInteger(number) && number > 0)) return number;
    this.#note(messages.notId({ field: name }));
    return null;
  }

  object(of: Json, name: string): Json {
    const value = of[name];
    if (value === undefined || value === null) return {};
    if (isJson(value)) return value;
    this.#note(messages.fieldNotObject({ field: name }));
    return {};
  }

  objects(of: Json, name: string): Json[] {
    return this.#list(of, name).filter(isJson);
  }

  texts(of: Json, name: string): string[] {
    return this.#list(of, name).filter((item): item is string => typeof item === 'string' && item !== '');
  }

  #list(of: Json, name: string): unknown[] {
    const value = of[name];
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value as unknown[];
    this.#note(messages.notList({ field: name }));
    return [];
  }
}

export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
