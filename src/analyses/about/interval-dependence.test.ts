import { describe, expect, it } from 'vitest';
import { aboutLines } from './lines.ts';
import { aboutWithout, type AboutPart } from './about.ts';
import type { Message } from '../../base/index.ts';
import { messages } from './messages.ts';
import { WORKS_INDEPENDENT } from './interval-dependence.ts';
import { level } from '../parameters/shared.ts';

const text = (en: string, zh: string): Message => messages.text({ text: { en, zh } });
const METHOD = text('drawn', '抽取');
const part = (interval: AboutPart['interval']): AboutPart => ({
  analysis: 'ranking',
  counting: text('Share', '份额'),
  interval,
  notes: [text('another note', '另一条说明')],
});
const overWorks = { method: METHOD, level: 0.95, draws: null, seed: null };

describe('an answer with intervals over works says that they treat works as independent', () => {
  it('once, before other notes, in both languages, in what every surface and export prints', () => {
    const about = aboutWithout(part(overWorks));
    expect(about.notes).toEqual([WORKS_INDEPENDENT.en, 'another note']);
    expect(about.zh.notes).toEqual([WORKS_INDEPENDENT.zh, '另一条说明']);
    expect(aboutLines(about).filter((line) => line.includes('treat works as independent'))).toHaveLength(1);
    expect(aboutLines(about, 'zh').filter((line) => line.includes('相互独立'))).toHaveLength(1);
    expect(about.interval).toEqual({ ...overWorks, method: 'drawn' });
  });

  it('and not where there is no interval, or one over pairs of cities or over places', () => {
    expect(aboutWithout(part(null)).notes).toEqual(['another note']);
    for (const over of ['pairs', 'places'] as const)
      expect(aboutWithout(part({ ...overWorks, over })).notes).toEqual(['another note']);
  });

  it('and the help of the level of intervals says it too', () => {
    expect(level.description).toContain('treat works as independent');
  });
});
