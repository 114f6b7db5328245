declare module '*.css';
/** Where coastlines are served: `src/web/build/coastlines.ts` writes them out. */
declare module 'coastlines:*' {
  const address: import('./api-client/contract.ts').Path<import('../figures/map/coastlines.ts').Coastlines>;
  export default address;
}
/** A page of the documentation: `src/web/build/documents.ts` makes the module. */
declare module '*/index.md?groups' {
  export const groups: readonly import('./build/markdown.ts').Group[];
}
interface ImportMeta {
  /** Modules whose paths fit, each loaded when called for; the bundler writes them out. */
  glob<M>(patterns: readonly string[]): Readonly<Record<string, () => Promise<M>>>;
}
