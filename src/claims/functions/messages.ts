import { defineMessages, didYouMean, joined } from '../../base/index.ts';
import { amount } from '../expression-messages.ts';

/** What functions of an expression refuse. */
export const messages = defineMessages('claim-functions', {
  // Units and money.
  unknownUnit: {
    kind: 'not-found',
    en: ({ unit, near, known }: { unit: string; near: readonly string[]; known: readonly string[] }) =>
      `Unknown unit “${unit}”. ${didYouMean(near, `The units are ${joined(known, 'en')}.`, 'en')}`,
    zh: ({ unit, near, known }) =>
      `没有单位“${unit}”。${didYouMean(near, `可用的单位：${joined(known, 'zh')}。`, 'zh')}`,
  },
  alreadyInUnit: {
    en: ({ unit }: { unit: string }) =>
      `quantity() takes a plain number, and this one is in ${unit} already. Give a plain number.`,
    zh: ({ unit }) => `quantity()须用纯数字，而此处已以${unit}计。请给出纯数字。`,
  },
  notInUnit: {
    en: ({ from, to }: { from: string | null; to: string }) =>
      `Cannot express ${amount.en(from)} in ${to}. Give an amount in ${to} or a unit of its kind.`,
    zh: ({ from, to }) => `${amount.zh(from)}不能以${to}计。请给出以${to}或同类单位计的量。`,
  },
  notMoney: {
    en: ({ unit }: { unit: string | null }) =>
      `Cannot exchange ${amount.en(unit)}, which is not money. Exchange an amount of money, such as quantity(100, "bn CNY").`,
    zh: ({ unit }) => `${amount.zh(unit)}不是金额。请换算一笔金额，如quantity(100, "bn CNY")。`,
  },
  sameCurrency: {
    en: ({ currency }: { currency: string }) =>
      `The amount is in ${currency} already. Name another currency.`,
    zh: ({ currency }) => `金额已以${currency}计。请指定另一种货币。`,
  },
  invalidRate: {
    en: ({ rate }: { rate: number }) => `An exchange rate cannot be ${rate}. Give a rate above 0.`,
    zh: ({ rate }) => `汇率不能是${rate}。请给出大于0的汇率。`,
  },
  rateOfOthers: {
    en: ({ unit, from, to }: { unit: string; from: string; to: string }) =>
      `${unit} is not a rate between ${from} and ${to}. Give ${from} per ${to}.`,
    zh: ({ unit, from, to }) => `${unit}不是${from}与${to}之间的汇率。请给出${from} per ${to}。`,
  },

  // Numbers.
  invalidDigits: {
    en: ({ digits }: { digits: number }) =>
      `round() cannot round to ${digits} digits. Give a whole number from -12 to 12.`,
    zh: ({ digits }) => `round()不能舍入到${digits}位。请给出-12到12之间的整数。`,
  },
  growthMixesVintages: {
    en: ({ from, to }: { from: readonly string[]; to: readonly string[] }) =>
      `Growth from ${from.join('; ') || 'no vintage'} to ${to.join('; ') || 'no vintage'} would mix vintages. Name one vintage that has both.`,
    zh: ({ from, to }) =>
      `从${from.join('；') || '无版本'}到${to.join('；') || '无版本'}的增长会混用版本。请指明兼有二者的一个版本。`,
  },

  // Figures and policies.
  notRanking: {
    en: ({ metric }: { metric: string }) => `${metric} is not a rank. Name a metric that ranks.`,
    zh: ({ metric }) => `${metric}不是名次。请指定一个名次类指标。`,
  },
  invalidTop: {
    en: ({ top }: { top: number }) =>
      `The first ${top} of a ranking cannot be counted. Give a whole number from 1.`,
    zh: ({ top }) => `无法统计排名的前${top}名。请给出不小于1的整数。`,
  },
  unknownVintage: {
    kind: 'not-found',
    en: ({ metric, year, vintage, vintages }: Vintages & { readonly vintage: string }) =>
      `${metric} ${year} has no vintage “${vintage}”. Its vintages are: ${vintages.join('; ')}.`,
    zh: ({ metric, year, vintage, vintages }) =>
      `${year}年的${metric}没有版本“${vintage}”。其版本有：${vintages.join('；')}。`,
  },
  severalVintages: {
    en: ({ metric, year, vintages }: Vintages) =>
      `${metric} ${year} has ${vintages.length} vintages: ${vintages.join('; ')}. Name the vintage meant.`,
    zh: ({ metric, year, vintages }) =>
      `${year}年的${metric}有${vintages.length}个版本：${vintages.join('；')}。请指明所指版本。`,
  },
  unknownStage: {
    en: ({ stage, stages }: { stage: string; stages: readonly string[] }) =>
      `Unknown stage of a policy “${stage}”. Use one of ${joined(stages, 'en')}.`,
    zh: ({ stage, stages }) => `没有政策阶段“${stage}”。可用：${joined(stages, 'zh')}。`,
  },
});

interface Vintages {
  readonly metric: string;
  readonly year: number;
  readonly vintages: readonly string[];
}
