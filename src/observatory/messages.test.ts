import { expect, it } from 'vitest';
import { InputError, type Message, renderBoth } from '../base/index.ts';
import { DamagedError } from './damaged.ts';
import { messages } from './messages.ts';

const builder = { process: 7, host: 'lab' };
const inUse = { builder, silent: 90, deadAfter: 120, lock: 'out/.building/lock' };
const file = { file: 'a.gz', line: 3, problem: messages.otherBytes() };

it.each<[Message, string, string]>([
  [
    messages.perhapsInUse(inUse),
    'is in use by another build (process 7 of lab). Wait for it, or stop it. Its last sign of life was 90 s ago; 120 s after the last one the folder is free again. If you know that it has ended, remove out/.building/lock.',
    '正由另一构建（lab上的进程7）使用。请等待其结束，或将其停止。其最近一次活动信号在90秒前；120秒没有信号，文件夹即可再用。如确知其已结束，请删除out/.building/lock。',
  ],
  [
    messages.inUse({ builder: { process: 7, host: null } }),
    'is in use by another build (process 7). Wait for it, or stop it.',
    '正由另一构建（进程7）使用。请等待其结束，或将其停止。',
  ],
  [
    messages.otherContents({ names: ['a', 'b', 'c'], more: true }),
    'contains other files (a, b, c, …). Choose an empty or new folder with --out.',
    '其中有其他文件（a、b、c等）。请用--out指定空文件夹或新文件夹。',
  ],
  [
    messages.noSpace({ phase: 'works' }),
    'there is no space left on the disk. Free some and run the same command again: finished parts are kept (stopped at: works).',
    '磁盘空间不足。请腾出空间后重新运行同一命令，已完成的部分会保留（止于：论文）。',
  ],
  [
    messages.unusableFiles({ files: [file, { ...file, line: null }] }),
    '2 files cannot be used:\n  a.gz:3: has other bytes than it was written with\n  a.gz: has other bytes than it was written with\nFix them, or leave them out with --skip-damaged; the parts read from the others are kept.',
    '2个文件无法使用：\n  a.gz:3: 内容与写入时不同\n  a.gz: 内容与写入时不同\n请修复这些文件，或用--skip-damaged略去；其余文件已读取的部分会保留。',
  ],
  [
    messages.ofPart({ works: 'w.gz', problem: messages.otherSize({ bytes: 3, written: 4 }) }),
    '(the part of w.gz) has 3 bytes and was written with 4',
    '（w.gz的部分）有3字节，写入时为4字节',
  ],
])('what is wrong with a build is said in both languages: %j', (message, en, zh) => {
  expect(renderBoth(message)).toEqual({ en, zh });
});

it('a damaged file is named with what to do, in both languages', () => {
  const error: InputError = new DamagedError('works.parquet', messages.missing());
  expect(error.message).toMatch(/^works\.parquet: is missing\. Run the same `synopolis build` again/);
  expect(error.text('zh')).toMatch(/^works\.parquet: 缺失。请重新运行同一`synopolis build`命令/);
});
