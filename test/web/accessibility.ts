import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Findings that fail a page: what axe calls serious or critical, and headings that skip a level. */
const ALSO: readonly string[] = ['heading-order', 'page-has-heading-one', 'region'];

/** What axe-core finds, a line each: rule, what to do, and where. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // The page refuses scripts from elsewhere: this one comes by way of the debugger, as a tester's would.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
  );
  return violations
    .filter(({ id, impact }) => impact === 'serious' || impact === 'critical' || ALSO.includes(id))
    .map(({ id, help, nodes }) => {
      const where = nodes
        .slice(0, 4)
        .map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`);
      return `${id}: ${help} (${nodes.length}) ${where.join(' | ')}`;
    });
}
