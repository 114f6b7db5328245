/**
 * The name of a page in an address, from its path in the documentation: methods go by their own, others say where they
 * stand, as `guide/tour` and `analyses/links`.
 */
export function nameOfPage(path: string): string {
  const bare = path.replace(/(index)?\.md$/, '').replace(/\/$/, '');
  if (bare === 'methods' || bare === 'analyses' || bare === '') return '';
  if (bare.startsWith('methods/')) return bare.slice('methods/'.length);
  return bare.startsWith('analyses/') ? bare : `guide/${bare}`;
}
