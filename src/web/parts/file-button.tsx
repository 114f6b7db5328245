import { useState } from 'preact/hooks';
import { AskError, askFile } from '../ask/ask.ts';
import { useWords } from '../words/use-words.ts';
import { save } from './save.ts';

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
  const [state, setState] = useState<'still' | 'waiting' | 'failed'>('still');
  const [why, setWhy] = useState('');
  const fetchFile = async (): Promise<void> => {
    setState('waiting');
    try {
      save(name, await askFile(path));
      setState('still');
    } catch (error) {
      setWhy(error instanceof AskError ? error.message : String(error));
      setState('failed');
    }
  };
  return (
    <>
      <button type="button" disabled={state === 'waiting'} onClick={() => void fetchFile()}>
        {label}
      </button>
      {state === 'still' ? null : (
        <span role="status" class="quiet-text">
          {' '}
          {state === 'waiting' ? words.waiting : `${words.failed}: ${why}`}
        </span>
      )}
    </>
  );
}
