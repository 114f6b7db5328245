import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { decimals } from '../../figures/numbers.ts';
import { type Problem, setToken } from '../ask/ask.ts';
import type { Asked } from '../ask/use-answer.ts';
import { useSelection } from '../state/selection.ts';
import { Marked } from './marked.tsx';
import { useWords } from '../words/use-words.ts';

interface AnswerProps<T> {
  readonly of: Asked<T>;
  /** What is shown of the answer; the last good one stays while the next is counted or has failed. */
  readonly children: (answer: T) => ComponentChildren;
}

/** An answer in all its states: counted, shown, failed. */
export function Answer<T>({ of, children }: AnswerProps<T>) {
  const { answer, waiting, problem, old } = of;
  const words = useWords();
  return (
    <>
      {waiting ? <Waiting of={of} /> : null}
      {problem === null ? null : <Trouble problem={problem} again={of.again} />}
      {old && !waiting ? <p class="quiet-text">{words.old}</p> : null}
      {answer === null ? null : <div class={old ? 'old' : undefined}>{children(answer)}</div>}
    </>
  );
}

function Waiting<T>({ of: { job, cancel } }: { readonly of: Asked<T> }) {
  const words = useWords();
  const { lang } = useSelection();
  const step = job?.progress ?? null;
  return (
    <div class="waiting" role="status">
      <progress max={step?.of ?? undefined} value={step?.done} aria-label={words.waiting} />
      <span>
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

/** What went wrong and what can be done; a question that was cancelled can be asked again. */
export function Trouble({ problem, again }: { readonly problem: Problem; readonly again: () => void }) {
  const words = useWords();
  if (problem.status === 401) return <Token again={again} />;
  const known: Readonly<Record<string, string>> = {
    cancelled: words.cancelled,
    unreachable: words.unreachable,
  };
  const text = known[problem.title] as string | undefined;
  return (
    <div class="problem" role="alert">
      <p>
        <strong>{text ?? `${words.failed}: ${problem.title}`}</strong>
      </p>
      {problem.detail === undefined ? null : (
        <p>
          <Marked text={problem.detail} />
        </p>
      )}
      {problem.allowed === undefined || problem.allowed.length === 0 ? null : (
        <p class="quiet-text">
          {words.allowed}: {problem.allowed.slice(0, 12).join(', ')}
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
