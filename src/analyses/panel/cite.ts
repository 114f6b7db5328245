import { createHash } from 'node:crypto';
import { type Message, render } from '../../base/index.ts';
import { manifestHash, type Observatory } from '../../observatory/index.ts';
import { csvCell } from '../../places/index.ts';
import type { Cite } from '../about/about.ts';
import { PANEL_COLUMNS } from './columns.ts';
import type { Panel, PanelParams } from './question.ts';

/** So many characters are hashed at a time. */
const CHUNK = 1 << 20;

/**
 * What to cite of a panel: SHA-256 of its rows as raw CSV in English without comment lines (columns by their ids, lines ended
 * by \n), of its parameters as JSON, of the manifest (`manifestHash`), and of these three in hexadecimal, a line each.
 */
export function citeOf(
  observatory: Observatory,
  params: PanelParams,
  panel: Pick<Panel, 'of' | 'byField' | 'rows'>,
): Cite {
  const parts = {
    rows: rowsHash(panel),
    parameters: sha256(JSON.stringify(params)),
    manifest: manifestHash(observatory.manifest),
  };
  return { hash: sha256(`${parts.rows}\n${parts.parameters}\n${parts.manifest}\n`), ...parts };
}

function rowsHash(panel: Pick<Panel, 'of' | 'byField' | 'rows'>): string {
  const columns = PANEL_COLUMNS.filter((column) => !column.absent(panel));
  const hash = createHash('sha256');
  let text = `${columns.map(({ id }) => id).join(',')}\n`;
  for (const row of panel.rows) {
    for (const [i, column] of columns.entries()) {
      text += `${i === 0 ? '' : ','}${cellOf(column.value(row))}`;
    }
    text += '\n';
    if (text.length > CHUNK) {
      hash.update(text);
      text = '';
    }
  }
  return hash.update(text).digest('hex');
}

function cellOf(value: string | number | boolean | Message | null): string {
  if (value === null) return '';
  if (typeof value === 'object') return csvCell(render(value, 'en'));
  return typeof value === 'string' ? csvCell(value) : String(value);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
