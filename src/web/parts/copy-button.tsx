import { useState } from 'preact/hooks';
import { useWords } from '../words/use-words.ts';

/** Copies a text, and says so. */
export function CopyButton({ text, children }: { readonly text: string; readonly children: string }) {
  const words = useWords();
  const [copied, setCopied] = useState<string | null>(null);
  return (
    <button
      type="button"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(text))}
    >
      {copied === text ? words.copied : children}
    </button>
  );
}
