import type { ComponentChildren } from 'preact';
import { addressOf, type Change, changed, go, useLocation } from '../state/location.ts';
import { kept } from '../state/selection.ts';

interface LinkProps {
  /** Where to; where one is, when left out. */
  readonly to?: string;
  /** What changes of the selection, which goes along. */
  readonly with?: Change;
  readonly class?: string;
  readonly current?: boolean;
  readonly children: ComponentChildren;
  readonly title?: string;
}

/** A link to another page or another selection: an address that can be opened in a window of its own, or copied. */
export function Link({ to, with: change = {}, class: name, current, children, title }: LinkProps) {
  const { path, query } = useLocation();
  const address = addressOf(to ?? path, changed(to === undefined ? query : kept(query), change));
  return (
    <a
      href={address}
      class={name}
      title={title}
      aria-current={current === true ? 'page' : undefined}
      onClick={(event: MouseEvent) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(address);
        if (to !== undefined) scrollTo(0, 0);
      }}
    >
      {children}
    </a>
  );
}
