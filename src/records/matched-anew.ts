/**
 * Days on which a source matched all affiliations anew without touching `updated_date`: records from before and after differ
 * in where works count, and nothing in a record says which it is (law 9).
 */
export const MATCHED_ANEW = ['2026-09-28'] as const;
