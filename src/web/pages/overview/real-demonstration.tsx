import { useEffect, useState } from 'preact/hooks';
import type { DemonstrationStatus } from '../../../demo/real/status.ts';
import { type Problem, problemOf, request, start } from '../../api-client/client.ts';
import type { Path } from '../../api-client/contract.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { listIn } from '../../frame/observatories.tsx';
import { useObservatory } from '../../frame/observatory.ts';
import { Trouble } from '../../parts/states.tsx';
import { addressOf } from '../../state/location.ts';
import { OBSERVATORY_KEY } from '../../state/observatory.ts';
import { useSelection } from '../../state/selection.ts';
import './page.css';
import { words } from './words.ts';

/** How often the server is asked how far it is, in milliseconds. */
const EVERY = 1000;

/** Offers real records beside made-up ones, where the server can fetch them. */
export function RealDemonstration() {
  const { lang } = useSelection();
  const { synthetic } = useObservatory();
  const { last } = useAnswer(synthetic === null ? null : listIn(lang));
  const at = last?.demonstration ?? null;
  return at === null ? null : <Offer path={pathIn(at, lang)} />;
}

const pathIn = (at: string, lang: string): Path<DemonstrationStatus> => `${at}?lang=${lang}`;

function Offer({ path }: { readonly path: Path<DemonstrationStatus> }) {
  const { lang } = useSelection();
  const text = words[lang];
  const [status, setStatus] = useState<DemonstrationStatus | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [round, setRound] = useState(0);
  const take = (answer: Promise<DemonstrationStatus>): void => {
    answer.then(
      (value) => {
        setStatus(value);
        setProblem(null);
      },
      (error: unknown) => setProblem(problemOf(error)),
    );
  };
  useEffect(() => take(request(path)), [path, round]);
  const isRunning = status?.state === 'running';
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => take(request(path)), EVERY);
    return () => clearInterval(timer);
  }, [isRunning, path]);
  if (problem !== null) return <Trouble problem={problem} again={() => setRound(round + 1)} />;
  if (status === null) return null;
  const { state, id, cost, progress } = status;
  const begin = (): void => take(start(path));
  return (
    <section class="real-demonstration" aria-label={text.realHeading}>
      {state === 'done' ? (
        <p role="status">
          {text.realDone}{' '}
          <a href={addressOf('/', { lang: [lang], [OBSERVATORY_KEY]: [id] })}>{text.realOpen}</a>
        </p>
      ) : (
        <p>{text.real}</p>
      )}
      {progress === null ? null : (
        <p role="status">
          <progress
            max={progress.of ?? undefined}
            value={progress.of === null ? undefined : progress.done}
            aria-label={text.realHeading}
          />{' '}
          {progress.text}
        </p>
      )}
      {status.problem === null ? null : (
        <p role="alert">
          <strong>{text.realFailed}</strong> {status.problem.text}
        </p>
      )}
      {state === 'absent' || state === 'failed' ? (
        <p>
          <button type="button" onClick={begin}>
            {state === 'failed' ? text.realAgain : status.start}
          </button>
        </p>
      ) : null}
      {state === 'absent' ? <p class="quiet-text">{cost.join(lang === 'zh' ? '' : ' ')}</p> : null}
    </section>
  );
}
