import { useEffect, useState } from 'preact/hooks';

/** A value that lies outside of components, read anew whenever its keeper says that it may have changed. */
export function useSyncExternalStore<T>(subscribe: (listener: () => void) => () => void, read: () => T): T {
  const [value, setValue] = useState(read);
  useEffect(() => {
    const take = (): void => setValue(read);
    take();
    return subscribe(take);
    // The keeper is the same for as long as the page lives.
  }, []);
  return value;
}
