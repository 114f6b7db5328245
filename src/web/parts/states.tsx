import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { decimals, joined } from '../../base/index.ts';
import { type ClientFailure, type Problem, setToken } from '../api-client/client.ts';
import type { QueryState } from '../api-client/use-query.ts';
import { useSelection } from '../state/selection.ts';
import type { Words } from '../words/frame.ts';
import { useWords } from '../words/use-words.ts';
import { InlineCode } from './inline-code.tsx';

interface AnswerProps<T> {
  readonly of: QueryState<T>;
  /** What it fills, where the part itself does not say so. */
  readonly name?: string;
  /** What is shown of the answer; that to the question before stays, marked, while the next is counted or has failed. */
  readonly children: (answer: T) => ComponentChildren;
}

/** An answer in all its states: counted, shown, failed, or that of the question before, which is marked as such. */
export function Answer<T>({ of, name, children }: AnswerProps<T>) {
  const { answer, last } = of;
  const words = useWords();
  const old = answer === null && last !== null;
  return (
    <>
      <State of={of} name={name} />
      {old ? <p class="old-notice">{words.old}</p> : null}
      {last === null ? null : (
        <div
          class={old ? 'old' : undefined}
          role={old ? 'group' : undefined}
          aria-label={old ? words.old : undefined}
        >
          {children(last)}
        </div>
      )}
    </>
  );
}

interface StateProps {
  readonly of: QueryState<unknown>;
  /** What it fills: a column, the arcs of a map. */
  readonly name?: string | undefined;
}

/** How a question stands that has not been answered: counted, or failed with the cause and a way to ask again. */
export function State({ of, name }: StateProps) {
  const { waiting, problem, again } = of;
  return (
    <>
      {waiting ? <Waiting of={of} name={name} /> : null}
      {problem === null ? null : <Trouble problem={problem} name={name} again={again} />}
    </>
  );
}

function Waiting({ of: { job, cancel }, name }: StateProps) {
  const words = useWords();
  const { lang } = useSelection();
  const step = job?.progress ?? null;
  return (
    <div class={name === undefined ? 'waiting' : 'waiting of-part'} role="status">
      <progress max={step?.of ?? undefined} value={step?.done} aria-label={words.waiting} />
      <span>
        {name === undefined ? null : words.named(name)}
        {job !== null && job.before > 0 ? words.waitingBehind(job.before) : words.waiting}
        {step === null || step.of === null ? null : ` ${words.step(step.what, step.done, step.of)}`}
        {job === null ? null : ` ${words.seconds(decimals(job.seconds, 0, lang))}`}
      </span>
      {job === null ? null : (
        <button type="button" onClick={cancel}>
          {words.cancel}
        </button>
      )}
    </div>
  );
}

/** What is wrong, in a line. */
export function sayProblem({ title, code }: Problem, words: Words): string {
  return code !== undefined && Object.hasOwn(words.problems, code)
    ? words.problems[code as ClientFailure]
    : words.failed(title);
}

/** What passes by itself once there is a network again. */
const OFFLINE: readonly ClientFailure[] = ['client.unreachable', 'client.part-not-loaded'];
/** When a network was last there again: what fails so soon after, or was told only then, is asked for once more. */
let online = -Infinity;
if ('addEventListener' in globalThis) addEventListener('online', () => (online = performance.now()));
const SETTLES = { within: 10_000, pause: 1000 };

interface TroubleProps {
  readonly problem: Problem;
  /** What is missing for it. */
  readonly name?: string | undefined;
  readonly again: () => void;
}

/** What went wrong and what can be done; a question that was cancelled can be asked again. */
export function Trouble({ problem, name, again }: TroubleProps) {
  const words = useWords();
  const { lang } = useSelection();
  const passes = OFFLINE.some((code) => code === problem.code);
  useEffect(() => {
    if (!passes) return;
    addEventListener('online', again);
    const settling = performance.now() - online < SETTLES.within;
    const soon = settling ? setTimeout(again, SETTLES.pause) : undefined;
    return () => {
      removeEventListener('online', again);
      clearTimeout(soon);
    };
  }, [passes]);
  if (problem.status === 401) return <Token again={again} />;
  return (
    <div class="problem" role="alert">
      <p>
        <strong>
          {name === undefined ? null : words.named(name)}
          {sayProblem(problem, words)}
        </strong>
      </p>
      {problem.detail === undefined ? null : (
        <p>
          <InlineCode text={problem.detail} />
        </p>
      )}
      {problem.allowed === undefined || problem.allowed.length === 0 ? null : (
        <p class="quiet-text">
          {words.named(words.allowed)}
          {joined(problem.allowed.slice(0, 12), lang)}
        </p>
      )}
      <button type="button" onClick={again}>
        {words.again}
      </button>
    </div>
  );
}

function Token({ again }: { readonly again: () => void }) {
  const words = useWords();
  const [text, setText] = useState('');
  return (
    <form
      class="problem"
      onSubmit={(event) => {
        event.preventDefault();
        setToken(text);
        again();
      }}
    >
      <label>
        {words.token}{' '}
        <input type="password" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <button type="submit">{words.enter}</button>
      <p class="quiet-text">{words.tokenHelp}</p>
    </form>
  );
}
