import { parentPort, workerData } from 'node:worker_threads';
import { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../places/index.ts';
import { answerOf, troubleOf } from './answer.ts';
import type { Question, Trouble } from './question.ts';
import type { FromThread, ThreadData, ToThread } from './thread.ts';

/** One thread: it has an observatory of its own, so that ending what runs in it ends nothing else. */
const port = parentPort;
if (port === null) throw new Error('this file runs as a worker thread');
const { folder, rows } = workerData as ThreadData;
/** An interrupt is lost on a question that is between two queries: it is told again until the question has ended. */
const CANCEL_EVERY = 20;
let opening: Promise<Observatory> | null = open();
let cancelling: NodeJS.Timeout | undefined;
/** The number of the question that runs. */
let running: number | null = null;

port.postMessage({ kind: 'ready' } satisfies FromThread);
port.on('message', (message: ToThread) => {
  if (message.kind === 'ask') void reply(message.number, message.question);
  // One that comes too late is about a question that has ended.
  else if (message.number === running) cancelling ??= setInterval(cancel, CANCEL_EVERY);
});

async function reply(number: number, question: Question): Promise<void> {
  running = number;
  const sent = await answer(question);
  running = null;
  clearInterval(cancelling);
  cancelling = undefined;
  const moved = sent.kind === 'answer' ? [sent.answer.body.buffer as ArrayBuffer] : [];
  port!.postMessage(sent, moved);
}

async function answer(question: Question): Promise<FromThread> {
  let observatory: Observatory;
  try {
    observatory = await (opening ??= open());
  } catch (error) {
    opening = null;
    return refused(error instanceof InputError ? { kind: 'gone' } : troubleOf(error));
  }
  try {
    return { kind: 'answer', answer: await answerOf(observatory, question, rows) };
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind === 'unreadable') {
      // Tables that could not be read may be there again next time.
      observatory.close();
      opening = null;
    }
    return refused(trouble);
  }
}

function refused(trouble: Trouble): FromThread {
  return { kind: 'trouble', trouble };
}

function cancel(): void {
  void opening?.then(
    (observatory) => observatory.cancel(),
    () => undefined,
  );
}

/** What is wrong with it is told to who asks. */
function open(): Promise<Observatory> {
  const opened = Observatory.open(folder, { threads: 1, memory: '750MB' });
  opened.catch(() => undefined);
  return opened;
}
