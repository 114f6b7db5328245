import { useState } from 'preact/hooks';
import { requestFile, type Problem, problemOf } from '../api-client/client.ts';
import { useWords } from '../words/use-words.ts';
import { save } from './save.ts';
import { Trouble } from './states.tsx';

interface FileButtonProps {
  /** The path of the answer with the ending of the format. */
  readonly path: string;
  /** What the file is called when kept. */
  readonly name: string;
  readonly label: string;
}

/** Asks for an answer as a file and keeps it, however long it takes to count. */
export function FileButton({ path, name, label }: FileButtonProps) {
  const words = useWords();
  const [waiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const fetchFile = async (): Promise<void> => {
    setWaiting(true);
    setProblem(null);
    try {
      save(name, await requestFile(path));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setWaiting(false);
    }
  };
  return (
    <>
      <button type="button" disabled={waiting} onClick={() => void fetchFile()}>
        {label}
      </button>
      {waiting ? (
        <span role="status" class="quiet-text">
          {` ${words.waiting}`}
        </span>
      ) : null}
      {problem === null ? null : <Trouble problem={problem} name={label} again={() => void fetchFile()} />}
    </>
  );
}
