import type { Bilingual, Language } from './language.ts';

/**
 * A text for a reader: an error, a reason, a note, a warning, a finding. It is plain data and can be sent to another
 * process; surfaces render it in the reader's language, and programs use its code.
 */
export interface Message {
  /** `area.name`, as it is defined. */
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The text of a code in both languages: whole sentences, or a phrase to stand in one, each with its own parameters. */
interface Definition<P> {
  readonly en: string | ((params: P) => string);
  readonly zh: string | ((params: P) => string);
  /** Set where the message says that something which was named does not exist, or that several things have that name. */
  readonly kind?: 'not-found' | 'ambiguous';
}

type Creator<P> = object extends P ? () => Message : (params: P) => Message;

const catalogue = new Map<string, Definition<never>>();

/**
 * Defines the messages of an area, each in English and in Chinese over the same parameters: one that lacks a language or
 * takes other parameters does not compile. What comes back makes the messages.
 * @throws RangeError where a code is defined twice
 * @example
 * const messages = defineMessages('places', {
 *   unknown: { en: ({ name }: { name: string }) => `Unknown place “${name}”.`, zh: ({ name }) => `没有名为“${name}”的地点。` },
 * });
 * throw new InputError(messages.unknown({ name }));
 */
export function defineMessages<P extends Record<string, unknown>>(
  area: string,
  definitions: { readonly [K in keyof P]: Definition<P[K]> },
): { readonly [K in keyof P]: Creator<P[K]> } {
  const creators: Record<string, (params?: Message['params']) => Message> = {};
  for (const [name, definition] of Object.entries<Definition<never>>(definitions)) {
    const code = `${area}.${name}`;
    if (catalogue.has(code)) throw new RangeError(`the message ${code} is defined twice`);
    catalogue.set(code, definition);
    creators[name] = (params = {}) => ({ code, params });
  }
  return creators as { readonly [K in keyof P]: Creator<P[K]> };
}

/** @throws RangeError where no such code is defined */
function definitionOf(code: string): Definition<never> {
  const definition = catalogue.get(code);
  if (definition === undefined) throw new RangeError(`no message ${code} is defined`);
  return definition;
}

/** How a surface writes a parameter, alone or with its value: `of=cities` over HTTP and on pages, --of cities as a flag. */
export type ParameterStyle = (name: string, value: string | null) => string;

const [OPEN, BETWEEN, CLOSE] = ['\u{E000}', '\u{E001}', '\u{E002}'];
const PARAMETER = new RegExp(`${OPEN}([^${BETWEEN}${CLOSE}]*)(?:${BETWEEN}([^${CLOSE}]*))?${CLOSE}`, 'gu');

/** A parameter in the text of a message, which each surface writes in its own style. */
export function parameter(name: string, value?: string): string {
  return `${OPEN}${name}${value === undefined ? '' : `${BETWEEN}${value}`}${CLOSE}`;
}

const inBackticks: ParameterStyle = (name, value) => `\`${value === null ? name : `${name}=${value}`}\``;

/** A message in a language, to stand in the text of another. */
export function phrase({ code, params }: Message, language: Language): string {
  const text = definitionOf(code)[language];
  return typeof text === 'string' ? text : text(params as never);
}

/** A message in a language, as a surface shows it. */
export function render(message: Message, language: Language, style: ParameterStyle = inBackticks): string {
  return phrase(message, language).replace(PARAMETER, (_, name: string, value: string | undefined) =>
    style(name, value ?? null),
  );
}

export const renderBoth = (message: Message): Bilingual => ({
  en: render(message, 'en'),
  zh: render(message, 'zh'),
});

/** Messages, each once. */
export function distinct(messages: readonly Message[]): Message[] {
  return [...new Map(messages.map((one) => [JSON.stringify(one), one])).values()];
}

const together = defineMessages('together', {
  several: {
    en: ({ parts }: { parts: readonly Message[] }) => parts.map((one) => phrase(one, 'en')).join('; '),
    zh: ({ parts }) => parts.map((one) => phrase(one, 'zh')).join('；'),
  },
});

/** Phrases one after the other, such as the reasons of both sides of a comparison; each once. */
export function several(messages: readonly Message[]): Message {
  const parts = distinct(messages);
  return parts.length === 1 ? parts[0] : together.several({ parts });
}

/** Whether a message says that something which was named does not exist. */
export const isNotFound = ({ code }: Message): boolean => definitionOf(code).kind === 'not-found';

/** Whether a message says that several things have the name that was given. */
export const isAmbiguous = ({ code }: Message): boolean => definitionOf(code).kind === 'ambiguous';
