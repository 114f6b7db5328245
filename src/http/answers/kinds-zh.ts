const KINDS: Readonly<Record<string, string>> = {
  city: '城市',
  province: '省份',
  nation: '国家',
  region: '区域',
};

export const kindZh = (kind: string): string => (Object.hasOwn(KINDS, kind) ? KINDS[kind] : kind);

/** Several, as sentences join them. */
export const kindsZh = (kinds: string): string =>
  kinds
    .split(/, | or /)
    .map(kindZh)
    .join('或');
