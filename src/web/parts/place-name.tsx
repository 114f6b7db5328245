import { nameIn } from '../../base/index.ts';
import { pathOf } from '../api-client/client.ts';
import { useShared } from '../api-client/use-shared.ts';
import { useSelection } from '../state/selection.ts';

/** The name of a place that no answer on the page has: its id until it is known. */
export function PlaceName({ id }: { readonly id: string }) {
  const { lang } = useSelection();
  const path = pathOf(`places/${encodeURIComponent(id)}`);
  const { answer } = useShared(path, 'place');
  return <>{answer === null ? id : nameIn(answer.place, lang)}</>;
}
