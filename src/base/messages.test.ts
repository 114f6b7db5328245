import { describe, expect, it } from 'vitest';
import {
  counted,
  defineMessages,
  InputError,
  isNotFound,
  joined,
  type Message,
  parameter,
  phrase,
  render,
} from './index.ts';

const messages = defineMessages('messages-test', {
  unknown: {
    kind: 'not-found',
    en: ({ name, near }: { name: string; near: readonly string[] }) =>
      `Unknown city “${name}”. Did you mean ${joined(near, 'en')}?`,
    zh: ({ name, near }) => `没有名为“${name}”的城市。是否指${joined(near, 'zh')}？`,
  },
  several: {
    en: `Name one, or give ${parameter('of', 'cities')}.`,
    zh: `请指明一个，或给出${parameter('of', 'cities')}。`,
  },
  inside: {
    en: ({ fault }: { fault: Message }) => `Row 3: ${phrase(fault, 'en')}`,
    zh: ({ fault }) => `第3行：${phrase(fault, 'zh')}`,
  },
});

describe('messages', () => {
  it('are plain data, and are rendered in either language', () => {
    const message = messages.unknown({ name: 'Doah', near: ['Doha', 'Dodoma'] });
    expect(JSON.parse(JSON.stringify(message))).toEqual({
      code: 'messages-test.unknown',
      params: { name: 'Doah', near: ['Doha', 'Dodoma'] },
    });
    expect(render(message, 'en')).toBe('Unknown city “Doah”. Did you mean Doha, Dodoma?');
    expect(render(message, 'zh')).toBe('没有名为“Doah”的城市。是否指Doha、Dodoma？');
  });

  it('write parameters as the surface does, also of a message inside another', () => {
    const message = messages.inside({ fault: messages.several() });
    expect(render(message, 'en')).toBe('Row 3: Name one, or give `of=cities`.');
    expect(render(message, 'zh', (name, value) => `--${name} ${value ?? ''}`)).toBe(
      '第3行：请指明一个，或给出--of cities。',
    );
  });

  it('say by their code whether something does not exist', () => {
    expect(isNotFound(messages.unknown({ name: '', near: [] }))).toBe(true);
    expect(isNotFound(messages.several())).toBe(false);
  });

  it('refuse a code that is defined twice, or not at all', () => {
    expect(() => defineMessages('messages-test', { unknown: { en: 'a', zh: '甲' } })).toThrow(/twice/);
    expect(() => render({ code: 'messages-test.none', params: {} }, 'en')).toThrow(/messages-test\.none/);
  });

  it('do not compile without a language or with other parameters', () => {
    // @ts-expect-error Chinese is missing
    defineMessages('messages-test-1', { one: { en: 'a' } });
    defineMessages('messages-test-2', {
      one: {
        en: ({ n }: { n: number }) => counted(n, 'city', 'cities'),
        // @ts-expect-error a parameter that English does not have
        zh: ({ m }) => `${String(m)}个城市`,
      },
    });
    // @ts-expect-error a parameter of another type
    expect(messages.unknown({ name: 3, near: [] }).code).toBe('messages-test.unknown');
  });
});

it('an error of input says where, in either language', () => {
  const error = new InputError(messages.several(), { file: 'a.csv', line: 7 });
  expect(error.message).toBe('a.csv:7: Name one, or give `of=cities`.');
  expect(error.text('zh')).toBe('a.csv:7: 请指明一个，或给出`of=cities`。');
});

it('counts have their plural', () => {
  expect([0, 1, 2].map((n) => counted(n, 'city', 'cities'))).toEqual(['0 cities', '1 city', '2 cities']);
  expect(counted(1204, 'row')).toBe('1,204 rows');
});
