import { defineMessages, joined, type Message, phrase } from '../../base/index.ts';
import type { NeedState } from './row.ts';

/** What is wrong with a file of needs, or with what is to be done to a need. */
export const messages = defineMessages('needs', {
  // The file: each stands behind its name.
  unusableFile: {
    en: ({ action, code }: { action: 'read' | 'written'; code: string }) =>
      `cannot be ${action} (${code}). Check the path and its folder, and that no other program holds it.`,
    zh: ({ action, code }) =>
      `无法${action === 'read' ? '读取' : '写入'}（${code}）。请检查路径及其文件夹，并确认没有其他程序占用该文件。`,
  },
  changedMeanwhile: {
    en: 'was changed by another program just now; nothing was written. Save and close it there, and run the command again.',
    zh: '刚被另一程序修改，未写入任何内容。请在该程序中保存并关闭，然后重新运行命令。',
  },
  beingChanged: {
    en: ({ lock }: { lock: string }) =>
      `is being changed by another program. Try again; if no other program is running, remove ${lock}.`,
    zh: ({ lock }) => `正被另一程序修改。请重试；如没有其他程序在运行，请删除${lock}。`,
  },

  // A row.
  noText: {
    en: 'Its column text is empty. Write what is needed.',
    zh: 'text栏为空。请写明需求。',
  },
  unknownState: {
    en: ({ state, states }: { state: string; states: readonly string[] }) =>
      `state is “${state}”. Use one of ${joined(states, 'en')}.`,
    zh: ({ state, states }) => `state为“${state}”。可用：${joined(states, 'zh')}。`,
  },
  invalidDate: {
    en: ({ text }: { text: string }) => `“${text}” is not a date. Write it as 2026-03-01.`,
    zh: ({ text }) => `“${text}”不是日期。请写成2026-03-01。`,
  },
  unknownPlace: {
    en: ({ text, near }: { text: string; near: string }) =>
      `“${text}” is not a place of this observatory, or fits several. ${
        near === '' ? 'Give the id of a place.' : `Give the id of the one meant: ${near}.`
      }`,
    zh: ({ text, near }) =>
      `“${text}”不是此观测库中的地点，或不止一个。${
        near === '' ? '请给出地点编号。' : `请给出所指地点的编号：${near}。`
      }`,
  },
  unusable: {
    en: ({ id, problem }: { id: string; problem: Message }) =>
      `${id} cannot be used: ${phrase(problem, 'en')}`,
    zh: ({ id, problem }) => `${id}无法使用：${phrase(problem, 'zh')}`,
  },

  // What is to be done.
  empty: {
    en: 'The need is empty. Describe in a few words what is needed.',
    zh: '需求为空。请用几个词说明需要什么。',
  },
  tooLong: {
    en: ({ characters, most }: { characters: number; most: number }) =>
      `The need has ${characters.toLocaleString('en')} characters; at most ${most.toLocaleString('en')} are kept. Write the essence of it.`,
    zh: ({ characters, most }) =>
      `需求有${characters.toLocaleString('en')}个字符，最多${most.toLocaleString('en')}个。请只写要点。`,
  },
  noIds: {
    en: 'No id is given. Give ids of resources or institutions.',
    zh: '没有给出编号。请给出资源或机构的编号。',
  },
  invalidId: {
    en: ({ id }: { id: string }) => `“${id}” is not a valid id. Give ids of resources or institutions.`,
    zh: ({ id }) => `“${id}”不是有效的编号。请给出资源或机构的编号。`,
  },
  settled: {
    en: ({ id, state }: { id: string; state: NeedState }) =>
      `${id} is ${state}. Add a need of its own, or change its state in the file.`,
    zh: ({ id, state }) => `${id}${STATES[state]}。请另加一条需求，或在文件中修改其状态。`,
  },
  unknownNeed: {
    kind: 'not-found',
    en: ({ id, known, more }: { id: string; known: readonly string[]; more: boolean }) =>
      `has no need ${id}. ${known.length === 0 ? 'It is empty.' : `It has ${joined(known, 'en')}${more ? ' and more' : ''}.`}`,
    zh: ({ id, known, more }) =>
      `没有需求${id}。${known.length === 0 ? '文件中没有需求。' : `其中有：${joined(known, 'zh')}${more ? '等' : ''}。`}`,
  },
});

const STATES: Readonly<Record<NeedState, string>> = {
  open: '尚待解决',
  shortlisted: '已列候选',
  answered: '已解决',
  withdrawn: '已撤回',
};
