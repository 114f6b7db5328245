import type { Page } from 'playwright-core';

/** Every text a reader sees or hears, but for parts that say that they are in English, and what readers themselves name. */
export function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const foreign = (element: Element | null): boolean =>
      element?.closest('[lang="en"], script, noscript, style, code, pre, textarea') !== null;
    while (walker.nextNode() !== null) {
      const { parentElement, textContent } = walker.currentNode;
      if (!foreign(parentElement)) found.push(textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      if (!foreign(element))
        for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
          found.push(element.getAttribute(name) ?? '');
    return [...new Set(found.map((text) => text.trim()).filter((text) => text !== ''))];
  });
}
