import { useState } from 'preact/hooks';
import { standAlone } from '../../figures/svg-file.ts';
import { csvOf } from '../../figures/csv.ts';
import type { Figure } from '../../figures/figure.ts';
import { useWords } from '../words/use-words.ts';
import { save } from './save.ts';

/** Width of a figure that is saved, in CSS pixels, and pixels of a PNG for each. */
const SAVED = { width: 860, scale: 2 };

/** A figure as SVG, PNG and CSV, and the link to where one is. */
export function Downloads({ figure }: { readonly figure: Figure }) {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  const svg = (): string => standAlone(figure, { document, width: SAVED.width });
  return (
    <p class="downloads">
      <span class="visually-hidden">{words.named(words.download)}</span>
      {figure.empty === undefined ? (
        <>
          <button
            type="button"
            onClick={() => save(`${figure.name}.svg`, new Blob([svg()], { type: 'image/svg+xml' }))}
          >
            SVG
          </button>
          <button
            type="button"
            onClick={() => void png(svg()).then((blob) => save(`${figure.name}.png`, blob))}
          >
            PNG
          </button>
        </>
      ) : null}
      <button
        type="button"
        onClick={() => save(`${figure.name}.csv`, new Blob([csvOf(figure)], { type: 'text/csv' }))}
      >
        CSV
      </button>
      <button
        type="button"
        onClick={() => void navigator.clipboard.writeText(location.href).then(() => setCopied(true))}
      >
        {copied ? words.copied : words.copyLink}
      </button>
    </p>
  );
}

/** The pixels of an SVG. */
async function png(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SAVED.scale;
    canvas.height = image.naturalHeight * SAVED.scale;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob === null ? reject(new Error('no pixels')) : resolve(blob)), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
