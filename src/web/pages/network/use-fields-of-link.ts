import { useEffect, useState } from 'preact/hooks';
import type { LinkRow, Links } from '../../../analyses/link-params.ts';
import { ask, type Parameters, pathOf } from '../../ask/ask.ts';
import { type FieldTold, useFields } from '../../frame/observatory.ts';

/** A field and what two cities have in it together; null where there are no joint works. */
export interface FieldOfLink {
  readonly field: FieldTold;
  readonly row: LinkRow | null;
}

/** So many questions at once: a server answers others as well. */
const AT_ONCE = 2;

/** The link of two cities in each field, one question each, as they come; `done` once all are there. */
export function useFieldsOfLink(asked: Parameters): {
  readonly fields: readonly FieldOfLink[];
  readonly done: boolean;
  readonly of: number;
} {
  const all = useFields().filter(({ level }) => level === 'field');
  const [fields, setFields] = useState<readonly FieldOfLink[]>([]);
  const key = `${JSON.stringify(asked)} ${all.length}`;
  useEffect(() => {
    setFields([]);
    const controller = new AbortController();
    const { signal } = controller;
    const queue = [...all];
    const work = async (): Promise<void> => {
      for (let field = queue.shift(); field !== undefined; field = queue.shift()) {
        const answer = await ask<Links>(pathOf('analyses/links', { ...asked, field: field.key }), { signal });
        const found: FieldOfLink = { field, row: answer.rows.at(0) ?? null };
        if (signal.aborted) return;
        setFields((now) => [...now, found]);
      }
    };
    // One that fails leaves its field out: the count below the table says how many are there.
    for (let i = 0; i < AT_ONCE; i++) work().catch(() => undefined);
    return () => controller.abort();
  }, [key]);
  return { fields, done: all.length > 0 && fields.length === all.length, of: all.length };
}
