import type { Result } from '../src/analyses/index.ts';
import { type Language, type Message, render } from '../src/base/index.ts';

/** The findings of an answer as a surface prints them. */
export function findingsIn<A extends Result<unknown>>(
  analysis: { findings?(result: A): readonly Message[] },
  answer: A,
  language: Language = 'en',
): string[] {
  return (analysis.findings?.(answer) ?? []).map((finding) => render(finding, language));
}
