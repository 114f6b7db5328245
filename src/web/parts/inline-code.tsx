/** A text in which parameters and the like stand between grave accents: as code. */
export function InlineCode({ text }: { readonly text: string }) {
  return <>{text.split('`').map((part, i) => (i % 2 === 0 ? part : <code key={i}>{part}</code>))}</>;
}
