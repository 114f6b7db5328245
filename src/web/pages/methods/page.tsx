import type { PageProps } from '../../frame/pages.ts';
import { Index } from './index.tsx';
import { Reading } from './reading.tsx';
import './page.css';

/** Every measure's page, and the pages by question; without a name, their index. */
export default function Methods({ rest }: PageProps) {
  return rest === '' ? <Index /> : <Reading key={rest} name={rest} />;
}
