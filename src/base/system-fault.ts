import { InputError } from './input-error.ts';
import { defineMessages, type Message } from './messages.ts';

const messages = defineMessages('system', {
  EACCES: {
    en: 'permission is denied. Check who may read and write it, and its folder.',
    zh: '没有权限。请检查该文件及其文件夹的读写权限。',
  },
  EPERM: {
    en: 'the system does not permit this. Check who may read and write it, and its folder.',
    zh: '系统不允许此操作。请检查该文件及其文件夹的读写权限。',
  },
  EROFS: {
    en: 'the file system is read-only. Name a place that can be written to.',
    zh: '文件系统为只读。请指定可写的位置。',
  },
  ENOSPC: {
    en: 'there is no space left on the disk. Free some and run the same command again.',
    zh: '磁盘空间不足。请腾出空间后重新运行同一命令。',
  },
  EDQUOT: {
    en: 'your quota of the disk is used up. Free some and run the same command again.',
    zh: '磁盘配额已用完。请腾出空间后重新运行同一命令。',
  },
  EFBIG: {
    en: 'the file became larger than the system allows. Raise the limit (`ulimit -f`), or name a place on another file system.',
    zh: '文件超出系统允许的大小。请提高限额（`ulimit -f`），或指定其他文件系统上的位置。',
  },
  EMFILE: {
    en: 'too many files are open. Raise the limit (`ulimit -n`) and run the same command again.',
    zh: '打开的文件过多。请提高限额（`ulimit -n`）后重新运行同一命令。',
  },
  ENFILE: {
    en: 'too many files are open on this machine. Close other programs and run the same command again.',
    zh: '本机打开的文件过多。请关闭其他程序后重新运行同一命令。',
  },
  EISDIR: { en: 'is a folder, not a file. Name a file.', zh: '是文件夹，不是文件。请指定文件。' },
  ENOTDIR: {
    en: 'lies in something that is not a folder. Check the path.',
    zh: '所在的上级不是文件夹。请检查路径。',
  },
  ENOENT: { en: 'does not exist. Check the path.', zh: '不存在。请检查路径。' },
  ELOOP: {
    en: 'is a link that leads back to itself. Mend the link.',
    zh: '是指回自身的链接。请修正该链接。',
  },
  ENAMETOOLONG: { en: 'the name is too long. Take a shorter one.', zh: '名称过长。请改用较短的名称。' },
  EIO: {
    en: 'the disk cannot read or write it. Check the disk, and copy what it holds to another.',
    zh: '磁盘无法读写。请检查磁盘，并将数据复制到其他磁盘。',
  },
  EBUSY: {
    en: 'is in use by another program. End that program and run the same command again.',
    zh: '正被其他程序使用。请结束该程序后重新运行同一命令。',
  },
});

type Code = keyof typeof messages;

/** How the system says it in the words of other programs, such as the engine's: they pass no code on. */
const IN_WORDS: Readonly<Record<Code, RegExp>> = {
  EACCES: /Permission denied/,
  EPERM: /Operation not permitted/,
  EROFS: /Read-only file system/,
  ENOSPC: /No space left/,
  EDQUOT: /quota exceeded/i,
  EFBIG: /File too large/,
  EMFILE: /Too many open files/,
  ENFILE: /Too many open files in system/,
  EISDIR: /Is a directory/,
  ENOTDIR: /Not a directory/,
  ENOENT: /No such file or directory/,
  ELOOP: /Too many levels of symbolic links/,
  ENAMETOOLONG: /File name too long/,
  EIO: /Input\/output error/,
  EBUSY: /Device or resource busy/,
};

/**
 * What the system refused, as a person should be told: for an error of Node's by its code, for one in other words (the
 * engine's) by what the system says in them. Null for any other error.
 */
export function systemFault(error: unknown): InputError | null {
  if (!(error instanceof Error)) return null;
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code !== undefined)
    return Object.hasOwn(messages, code) ? faultOf(messages[code as Code](), path ?? quoted(message)) : null;
  if (!OF_FILES.test(message)) return null;
  const found = Object.entries(IN_WORDS).find(([, words]) => words.test(message));
  return found === undefined ? null : faultOf(messages[found[0] as Code](), quoted(message));
}

/** Messages of the engine about files. */
const OF_FILES = /^IO Error: /;

function faultOf(detail: Message, file: string | null): InputError {
  return new InputError(detail, file === null ? {} : { file });
}

/** The first path in quotes. */
function quoted(message: string): string | null {
  return /["']([^"']*\/[^"']*)["']/.exec(message)?.[1] ?? null;
}
