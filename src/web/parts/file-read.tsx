import type { ComponentChildren } from 'preact';
import { useWords } from '../words/use-words.ts';

export interface LineProblem {
  readonly line: number;
  readonly level: 'error' | 'warning';
  readonly text: string;
}

interface FileReadProps {
  readonly name: string;
  /** Whether the file was taken: of one with an error, nothing is. */
  readonly taken: boolean;
  readonly problems: readonly LineProblem[];
  readonly children?: ComponentChildren;
}

/** What came of a file that was opened: whether it was taken, and what is wrong or doubtful in it, by line. */
export function FileRead({ name, taken, problems, children }: FileReadProps) {
  const words = useWords();
  return (
    <div role="status" class={taken ? 'read' : 'problem'}>
      <p>{taken ? words.fileIn(name) : words.fileBad(name)}</p>
      {children}
      <ul class="line-problems">
        {problems.map(({ line, level, text }, i) => (
          <li key={i}>
            {words.problemAt(String(line), words[level])}
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
