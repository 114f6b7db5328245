import { ofObservatory } from '../state/observatory.ts';

/** Hands a file to the browser to be kept. */
export function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = ofObservatory(name);
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
