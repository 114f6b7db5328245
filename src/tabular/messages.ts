import { defineMessages } from '../base/index.ts';

/** Why an answer cannot be written in a format. */
export const messages = defineMessages('output', {
  tooManyRowsForJson: {
    en: 'There are more rows than one JSON text can hold. Choose CSV or Parquet, or ask for fewer rows.',
    zh: '行数超出单个JSON文本的容量。请改用CSV或Parquet，或减少行数。',
  },
});
