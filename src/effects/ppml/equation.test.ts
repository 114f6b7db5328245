import { describe, expect, it } from 'vitest';
import { leastSquares } from './least-squares.ts';
import { ppml } from './ppml.ts';

const model = {
  y: [1, 3, 8, 4, 2, 5],
  regressors: { inside: [0, 0, 1, 1, 0, 1], far: [1, 2, 1, 3, 2, 2] },
};

describe('the equation in words', () => {
  it('names the regressors, a constant where there is no effect, and how errors are made', () => {
    expect(ppml(model).equation).toEqual({
      en: 'mean flow = exp(b·inside + b·far + effect of constant), by Poisson pseudo maximum likelihood, zeros kept; errors robust to unlike variances',
      zh: '平均合作量 = exp(b·inside + b·far + constant固定效应)，泊松伪极大似然估计，保留零值；异方差稳健标准误',
    });
  });

  it('names effects at one end and at both, an offset, and clusters', () => {
    const labels = [0, 0, 1, 1, 2, 2];
    const { en, zh } = ppml(
      {
        y: model.y,
        regressors: {},
        effects: [
          { name: 'pair', of: [0, 0, 0, 1, 1, 1] },
          { name: 'city-year', ends: [labels, [1, 1, 2, 2, 0, 0]] },
        ],
        offset: model.y.map(() => 1),
      },
      {
        errors: {
          kind: 'cluster',
          by: [
            { name: 'pair', of: labels },
            { name: 'year', of: [0, 1, 0, 1, 0, 1] },
          ],
        },
      },
    ).equation;
    expect(en).toBe(
      'mean flow = exp(effect of pair + effects of city-year at both ends + offset), by Poisson pseudo maximum likelihood, zeros kept; errors clustered by pair and year',
    );
    expect(zh).toBe(
      '平均合作量 = exp(城市对固定效应 + 两端的城市—年份固定效应 + 偏移项)，泊松伪极大似然估计，保留零值；按城市对、年份聚类的标准误',
    );
  });

  it('of least squares has a rest', () => {
    const { equation } = leastSquares(model, { errors: { kind: 'iid' } });
    expect(equation.en).toBe(
      'y = b·inside + b·far + effect of constant + rest, by least squares; errors as the model has them',
    );
    expect(equation.zh).toBe('y = b·inside + b·far + constant固定效应 + 残差，最小二乘估计；模型标准误');
  });
});
