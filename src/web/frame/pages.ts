import type { ComponentType } from 'preact';
import type { Words } from '../words/frame.ts';

/** What a page is given: what stands behind its name in the address. */
export interface PageProps {
  readonly rest: string;
}
export type PageId = keyof Words['pages'];

export interface Page {
  readonly id: PageId;
  readonly path: string;
  /** The path that it had: addresses with it are still in use. */
  readonly formerly?: string;
  /** Whether it takes something behind its path, such as a place. */
  readonly rest?: true;
  /** Which of the common controls it reads. */
  readonly controls: readonly Control[];
  readonly load: () => Promise<{ readonly default: ComponentType<PageProps> }>;
}
export type Control = 'years' | 'field' | 'sector' | 'by' | 'counting' | 'definition' | 'locatedBy';

const WORKS: readonly Control[] = ['years', 'field', 'sector'];

/** Every page, in the order of the menu. A page is loaded when it is gone to. */
export const PAGES: readonly Page[] = [
  {
    id: 'overview',
    path: '/',
    controls: [...WORKS, 'by', 'counting', 'definition', 'locatedBy'],
    load: () => import('../pages/overview/page.tsx'),
  },
  {
    id: 'network',
    path: '/network',
    controls: [...WORKS, 'counting', 'locatedBy'],
    load: () => import('../pages/network/page.tsx'),
  },
  {
    id: 'coordination',
    path: '/coordination',
    controls: [...WORKS, 'locatedBy'],
    load: () => import('../pages/coordination/page.tsx'),
  },
  {
    id: 'effect',
    path: '/effect',
    controls: [...WORKS, 'counting', 'locatedBy'],
    load: () => import('../pages/effect/page.tsx'),
  },
  {
    id: 'compare',
    path: '/compare',
    controls: [...WORKS, 'by', 'locatedBy'],
    load: () => import('../pages/compare/page.tsx'),
  },
  {
    id: 'place',
    path: '/place',
    rest: true,
    controls: [...WORKS, 'by', 'locatedBy'],
    load: () => import('../pages/place/page.tsx'),
  },
  {
    id: 'robustness',
    path: '/robustness',
    formerly: '/firm',
    controls: [...WORKS, 'locatedBy'],
    load: () => import('../pages/robustness/page.tsx'),
  },
  {
    id: 'regions',
    path: '/regions',
    controls: [...WORKS, 'by', 'locatedBy'],
    load: () => import('../pages/regions/page.tsx'),
  },
  {
    id: 'claims',
    path: '/claims',
    controls: ['locatedBy'],
    load: () => import('../pages/claims/page.tsx'),
  },
  { id: 'directory', path: '/directory', controls: [], load: () => import('../pages/directory/page.tsx') },
  { id: 'match', path: '/match', controls: ['locatedBy'], load: () => import('../pages/match/page.tsx') },
  {
    id: 'methods',
    path: '/methods',
    rest: true,
    controls: [],
    load: () => import('../pages/methods/page.tsx'),
  },
  {
    id: 'data',
    path: '/data',
    controls: ['years', 'field', 'locatedBy'],
    load: () => import('../pages/data/page.tsx'),
  },
];

/** The page at a path, with what stands behind its name; null where there is none, or what stands there is no text. */
export function pageAt(path: string): { readonly page: Page; readonly rest: string } | null {
  for (const page of PAGES) {
    if (path === page.path || path === page.formerly) return { page, rest: '' };
    if (page.rest !== true || !path.startsWith(`${page.path}/`)) continue;
    const rest = decoded(path.slice(page.path.length + 1));
    return rest === null ? null : { page, rest };
  }
  return null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
