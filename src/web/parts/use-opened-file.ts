import { useState } from 'preact/hooks';
import { type Problem, problemOf } from '../api-client/client.ts';

interface OpenedFile<Read> {
  /** What was read of the file that was opened last, and its name; null where none was, or it could not be read. */
  readonly opened: (Read & { readonly file: string }) | null;
  /** Why it could not be read, such as a server that does not answer. */
  readonly failed: Problem | null;
  readonly open: (file: File) => void;
  readonly again: () => void;
}

/** A file of the reader's, read as `read` has it. */
export function useOpenedFile<Read extends object>(read: (text: string) => Promise<Read>): OpenedFile<Read> {
  const [opened, setOpened] = useState<OpenedFile<Read>['opened']>(null);
  const [failed, setFailed] = useState<Problem | null>(null);
  const open = async (file: File): Promise<void> => {
    setFailed(null);
    try {
      setOpened({ ...(await read(await file.text())), file: file.name });
    } catch (error) {
      setOpened(null);
      setFailed(problemOf(error));
    }
  };
  return { opened, failed, open: (file) => void open(file), again: () => setFailed(null) };
}
