import { expect, it } from 'vitest';
import { isChinese } from '../../test/english-run.ts';
import { render } from '../base/index.ts';
import { messages } from './messages.ts';

const place = { id: 'cn:4401', name: 'Guangzhou', nameZh: '广州市' };

it.each([
  [messages.noWorks({ place }), 'Guangzhou (cn:4401) has no works under these filters. Widen `years`, or'],
  [messages.peersInBrief(), 'Only a full report compares with peers. Add `full`, or leave out `peers`.'],
  [messages.peersWithoutCoordination({ place }), 'Guangzhou (cn:4401) has no coordination'],
])('why there is no report is said in both languages: $code', (message, english) => {
  expect(render(message, 'en')).toContain(english);
  expect(render(message, 'zh')).toSatisfy(isChinese);
});
