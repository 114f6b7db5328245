export { type Condition, type Conditions, sentence, type Sentence } from './sentence.ts';
