import {
  ClusterError,
  DamagedError,
  Observatory,
  type RemoteAccess,
  ReplacedError,
} from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import { answerOf, troubleOf } from './answer.ts';
import type { Question, StepTold, Trouble } from './question.ts';
import { CLUSTER, type FromReader, type ReaderData, type ToReader } from './reader.ts';

/** One process: it has an observatory of its own, so that ending what runs in it ends nothing else. */
const { folder, hash, locatedBy, rows, keeps } = JSON.parse(process.argv[2]) as ReaderData;
const { [CLUSTER]: access } = process.env;
const cluster = access === undefined ? undefined : (JSON.parse(access) as RemoteAccess);
/** An interrupt is lost on a question that is between two queries: it is told again until the question has ended. */
const CANCEL_EVERY = 20;
/** Bytes of tables kept in memory; greater ones are read from their files. */
const KEPT = 384 * 2 ** 20;
let opening: Promise<Observatory> | null = open();
/** The observatory whose tables are, or are about to be, in memory. */
let keeping: Observatory | null = null;
let cancelling: NodeJS.Timeout | undefined;
/** The number of the question that runs. */
let running: number | null = null;

process.on('message', (message: ToReader) => {
  if (message.kind === 'ask') void reply(message.number, message.question);
  // One that comes too late is about a question that has ended.
  else if (message.number === running) cancelling ??= setInterval(cancel, CANCEL_EVERY);
});
// What ends the server is told to its whole group; the server lets requests finish, and ends this itself.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());
const ready = (): void => send({ kind: 'ready' });
opening.then(keep).then(ready, ready);

/** Where the server has ended meanwhile, so does this. */
function send(message: FromReader): void {
  process.send!(message, undefined, undefined, (error) => {
    if (error !== null) process.exit();
  });
}

async function reply(number: number, question: Question): Promise<void> {
  running = number;
  const sent = await answer(question);
  running = null;
  clearInterval(cancelling);
  cancelling = undefined;
  send(sent);
}

async function answer(question: Question): Promise<FromReader> {
  let observatory: Observatory;
  try {
    observatory = await (opening ??= open());
  } catch (error) {
    opening = null;
    const told = error instanceof ClusterError || error instanceof DamagedError;
    return refused(error instanceof InputError && !told ? { kind: 'gone' } : troubleOf(error));
  }
  try {
    const answer = await answerOf(observatory, question, rows, tell);
    void keep(observatory);
    return { kind: 'answer', answer };
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

function tell(step: StepTold): void {
  send({ kind: 'step', step });
}

function refused(trouble: Trouble): FromReader {
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
  const opened = openBuild();
  opened.catch(() => undefined);
  return opened;
}

/** The build that the server answers for, and none that took its place. */
async function openBuild(): Promise<Observatory> {
  const observatory = await Observatory.open(folder, { threads: 1, memory: '750MB', cluster, locatedBy });
  if (observatory.hash === hash) return observatory;
  observatory.close();
  throw new ReplacedError(folder);
}

/** Once what most questions read is in memory, or cannot be: then it is read when it is asked for, and told then. */
async function keep(observatory: Observatory): Promise<void> {
  if (!keeps || keeping === observatory) return;
  keeping = observatory;
  try {
    await observatory.loadIntoMemory(KEPT);
  } catch {
    // What was ended with a question is begun again after it.
    keeping = null;
  }
}
