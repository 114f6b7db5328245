import { InputError, type Message } from '../base/index.ts';
import { messages } from './messages.ts';

/** A file of an observatory is not as the build wrote it. */
export class DamagedError extends InputError {
  constructor(file: string, problem: Message) {
    super(messages.damaged({ problem }), { file });
  }
}

/** What is wrong with a file of an observatory, or of a part beside it. */
export interface FileDamage {
  readonly file: string;
  readonly problem: Message;
}
