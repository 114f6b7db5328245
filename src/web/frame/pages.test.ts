import { describe, expect, it } from 'vitest';
import { pageAt } from './pages.ts';

describe('the page at a path', () => {
  it('has what stands behind its name', () => {
    expect(pageAt('/')?.page.id).toBe('overview');
    expect(pageAt('/place/def:yrd_41')).toMatchObject({ page: { id: 'place' }, rest: 'def:yrd_41' });
    expect(pageAt('/place/%E4%B8%8A%E6%B5%B7')?.rest).toBe('上海');
  });

  it('also opens at the address that it had before', () => {
    expect(pageAt('/firm')?.page.id).toBe('robustness');
    expect(pageAt('/robustness')?.page.id).toBe('robustness');
  });

  it('is none where there is no such page, or what stands there is no text', () => {
    for (const path of ['/nowhere', '/claims/one', '/place/%E0%A4', '/place/%'])
      expect(pageAt(path)).toBeNull();
  });
});
