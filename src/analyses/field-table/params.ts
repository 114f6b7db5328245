import { z } from 'zod';

/** Parameters of questions that ask in which fields places are specialised. */
export const baseline = z
  .enum(['world', 'nation'])
  .default('world')
  .meta({
    description:
      'Against what a place is held: all cities of this observatory (world), or those of its nation',
    label: { en: 'Baseline', zh: '比较基准' },
    help: '以什么为基准：本观测库的全部城市，或本国城市',
  });

export const threshold = z
  .number()
  .gt(0)
  .max(100)
  .default(1)
  .meta({
    description: 'Location quotient from which a place counts as specialised',
    label: { en: 'Threshold', zh: '专长门槛' },
    help: '区位商达到此值即算专长',
  });

export const least = z
  .number()
  .min(0)
  .max(1e6)
  .default(3)
  .meta({
    description: 'Least Share in a field with which a place counts as specialised',
    label: { en: 'Least Share', zh: '最小份额' },
    help: '城市在某领域至少有此份额才算专长',
  });

export const enough = z
  .int()
  .min(1)
  .max(1e9)
  .default(100)
  .meta({
    description: 'Works with which a city is among those that tell which fields go together',
    label: { en: 'Enough works', zh: '论文数下限' },
    help: '城市至少有多少篇论文，才用于判断哪些领域相互关联',
  });
