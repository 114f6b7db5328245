import type { ReasonCode } from '../../measures/index.ts';
import type { Bilingual, Reason } from '../../base/index.ts';

export const NO_SHARE: Bilingual = {
  en: 'the place has no Share in any field under these filters',
  zh: '所选条件下该地点在任何领域都没有份额',
};
export const NO_FIELDS: Bilingual = {
  en: 'no work under these filters has a field',
  zh: '所选条件下没有带领域的成果',
};
export const WHOLE: Bilingual = {
  en: 'the place is all that it would be held against',
  zh: '该地点就是比较基准的全部',
};
export const NO_VARIATION: Bilingual = {
  en: 'works do not differ, so that there is no interval',
  zh: '成果之间没有差异，没有区间',
};
export const NOT_RELATED: Bilingual = {
  en: 'no city that tells which fields go together is specialised in this one and in another',
  zh: '用于判断领域关联的城市中，没有一个同时专长于该领域和另一领域',
};
export const MANY_FIELDS: Bilingual = {
  en: 'there are too many fields for an outlook; take a higher level, or `field`',
  zh: '领域过多，不计算前景；请取更高层级，或用 `field` 限定',
};
export const NO_SPECIALISATION: Bilingual = {
  en: 'the place is specialised in no field that cities are',
  zh: '该地点在这些城市的任何专长领域中都没有专长',
};

/** The sign of an ECI is a convention, and here the convention does not decide it. */
export const WEAK_ANCHOR: Bilingual = {
  en: 'which end of the ECI is high is nearly decided by chance here: diversity hardly goes with it',
  zh: 'ECI的正负方向在此几乎由偶然决定：与领域多样性几乎无关',
};

const CODES: Partial<Record<ReasonCode, string>> = {
  'too-few': '具有专长的城市少于两个',
  disconnected: '城市分成互不共有领域的几部分',
  'tied-eigenvalue': '第二和第三特征值相同',
  'no-variation': '各城市专长相同',
};

/** Why complexity is not identified. */
export function notIdentified(code: ReasonCode, reason: Reason): Bilingual {
  return { en: `complexity is not identified: ${reason}`, zh: `复杂度无法识别：${CODES[code] ?? reason}` };
}
