import { defineMessages, joined } from '../../base/index.ts';

/** Which observatories a server has. */
export const messages = defineMessages('observatories', {
  unknown: {
    kind: 'not-found',
    en: ({ id, known }: { id: string; known: readonly string[] }) =>
      `Unknown observatory “${id}”. This server has ${joined(known, 'en')}.`,
    zh: ({ id, known }) => `没有观测库“${id}”。本服务器提供：${joined(known, 'zh')}。`,
  },
  noAddresses: {
    en: 'No addresses were read from the records of this observatory: its authorships count at institutions.',
    zh: '该观测库的记录中没有读取到地址，署名按机构所在地计。',
  },
  givenTwice: {
    en: ({ folder }: { folder: string }) => `${folder} is given twice. Name each folder once.`,
    zh: ({ folder }) => `${folder}给出了两次。每个文件夹只需给出一次。`,
  },
});
