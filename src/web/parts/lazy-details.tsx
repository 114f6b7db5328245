import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface FoldedProps {
  readonly class: string;
  readonly summary: ComponentChildren;
  readonly children: () => ComponentChildren;
}

/** What unfolds under a line: made once it is opened, as most is not, and a page has much of it. */
export function LazyDetails({ class: name, summary, children }: FoldedProps) {
  const [isOpened, setOpened] = useState(false);
  return (
    <details class={name} onToggle={({ currentTarget }) => setOpened(isOpened || currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpened ? children() : null}
    </details>
  );
}
