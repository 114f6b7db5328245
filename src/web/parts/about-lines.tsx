import { InlineCode } from './inline-code.tsx';
import { useWords } from '../words/use-words.ts';

/** How many lines stand in view; the rest unfolds. */
const SHOWN = 3;

/** What the numbers mean: the first lines in view, all of them when asked for and in print. */
export function AboutLines({ lines }: { readonly lines: readonly string[] }) {
  const words = useWords();
  const rest = lines.slice(SHOWN);
  return (
    <div class="about">
      <p>
        <InlineCode text={lines.slice(0, SHOWN).join(' ')} />
      </p>
      {rest.length === 0 ? null : (
        <details>
          <summary>{words.about}</summary>
          {rest.map((line) => (
            <p key={line}>
              <InlineCode text={line} />
            </p>
          ))}
        </details>
      )}
    </div>
  );
}
