type Pattern = readonly [RegExp, (...parts: string[]) => string];

/** Why the econometrics tell no effect, in Chinese: what can come of a question, not of a wrong call. */
const REFUSALS: readonly Pattern[] = [
  [/^no effect can be told: (.+)$/, (why) => `无法判断效应：${refusalZh(why)}`],
  [/^the fit did not converge$/, () => '拟合未收敛'],
  [/^the regressor does not vary in the rows used$/, () => '该变量在所用样本中没有变化'],
  [
    /^the fixed effects take all of the regressor: nothing is left to tell it from them$/,
    () => '该变量被固定效应完全吸收，无法识别',
  ],
  [
    /^the regressor is a combination of (.+) and the effects$/,
    (makers) => `该变量是${makers.replaceAll(', ', '、')}与固定效应的线性组合`,
  ],
  [
    /^no rows are left: every row is alone in a level of an effect(, or in one that is all zero)?$/,
    (zero) => `没有剩余的行：每行都独占某一固定效应的水平${zero === '' ? '' : '，或所在水平全为零'}`,
  ],
  [
    /^separation of rows? (.+?)(?: and (\d+) more)? cannot be decided: .*$/,
    (rows, more) =>
      `第${rows.replaceAll(', ', '、')}行${more === '' ? '' : `及另外${more}行`}是否存在分离无法判定：解释变量几乎共线，其差异可能只是舍入误差；请剔除其中之一`,
  ],
  [/^treated must be 1 somewhere: no row is concerned by the policy$/, () => '没有一行受政策影响'],
  [/^y must be above 0 somewhere, got only zeros$/, () => '合作量全为零'],
  [/^y must have rows, got none$/, () => '没有可用的行'],
  [/^clusters of (\w+) must be two or more, got (\d+)$/, (_, n) => `聚类不足两个（${n}个）`],
  [
    /^there must be two periods or more, got only (.+): nothing changes in one$/,
    (year) => `只有一个年份（${year}），没有变化可言`,
  ],
  [
    /^two years or more must lie before the policy of (\d+), there is one$/,
    (year) => `${year}年的政策之前至少须有两年，现只有一年`,
  ],
  [/^a region must have two cities or more, got (\d+)$/, (n) => `区域至少须有两个城市，现有${n}个`],
  [/^cities of the region must have rows, (.+) have none$/, (cities) => `区域内的${cities}没有数据行`],
  [
    /^the policy must begin after (\S+) and not after (\S+), got (\S+)$/,
    (first, last, got) => `政策须始于${first}年之后且不晚于${last}年，现为${got}年`,
  ],
];

/** A refusal in Chinese; as it stands where it is none of these. */
export function refusalZh(reason: string): string {
  for (const [pattern, say] of REFUSALS) {
    const found = pattern.exec(reason);
    if (found !== null) return say(...found.slice(1).map((part) => (part as string | undefined) ?? ''));
  }
  return reason;
}
