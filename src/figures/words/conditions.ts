import { inBoth } from '../../base/index.ts';

/** Heads of the table of what must hold before one may say "caused". */
export const CONDITIONS = inBoth({
  en: {
    conditions: 'Before one may say “caused”',
    condition: 'Condition',
    holds: 'Holds?',
    yes: 'yes',
    no: 'no',
    open: 'not known',
    warnings: 'Warnings',
  },
  zh: {
    conditions: '称为“因果”之前须满足',
    condition: '条件',
    holds: '是否满足',
    yes: '是',
    no: '否',
    open: '未知',
    warnings: '警告',
  },
});
