import { useId, useRef, useState } from 'preact/hooks';
import { useWords } from '../words/use-words.ts';

interface FileInputProps {
  /** What is opened, such as `Open a file (CSV)…`. */
  readonly label: string;
  readonly help: string;
  /** Endings and types of files that are offered. */
  readonly accept: string;
  readonly onOpen: (file: File) => void;
}

/**
 * A button that opens a file, with the name of the one that was opened last. A browser's own says "Choose file" in the
 * browser's language, whatever the page is read in: it is there unseen, and the button presses it.
 */
export function FileInput({ label, help, accept, onOpen }: FileInputProps) {
  const id = useId();
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<string | null>(null);
  return (
    <div class="file-input">
      <p>
        <button
          type="button"
          aria-describedby={`${id}-name ${id}-help`}
          onClick={() => input.current?.click()}
        >
          {label}
        </button>{' '}
        <span id={`${id}-name`} class="quiet-text" role="status">
          {name ?? words.noFile}
        </span>
      </p>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={({ currentTarget: { files } }) => {
          const file = files?.item(0) ?? null;
          if (file !== null) {
            setName(file.name);
            onOpen(file);
          }
          // The same file can be opened again once it is corrected.
          if (input.current !== null) input.current.value = '';
        }}
      />
      <p id={`${id}-help`} class="quiet-text">
        {help}
      </p>
    </div>
  );
}
