import type { Coordination } from '../analyses/coordination/question.ts';
import { sayPolicies } from '../figures/coordination/policies.ts';
import type { Language } from '../base/index.ts';
import { type Html, html } from './html.ts';

/** What the letters over the years stand for; nothing where nothing was decided. */
export function policyKey(coordination: Coordination, language: Language): Html | null {
  const said = sayPolicies(coordination, language);
  return said.length === 0 ? null : html`${said.map((line) => html`<p class="subtitle">${line}</p>`)}`;
}
