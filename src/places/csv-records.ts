import { InputError } from '../base/index.ts';
import { messages } from './messages.ts';

/** The records of CSV text, header included, each with its line; cells trimmed, blank lines skipped. */
export function csvRecords(text: string, file: string): { line: number; cells: string[] }[] {
  const records: { line: number; cells: string[] }[] = [];
  const end = text.length;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  while (at < end) {
    const start = line;
    const cells: string[] = [];
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        const opened = line;
        for (at++; ; at++) {
          const close = text.indexOf('"', at);
          if (close < 0) throw new InputError(messages.openQuote(), { file, line: opened });
          cell += text.slice(at, close);
          at = close + 1;
          if (text[at] !== '"') break;
          cell += '"';
        }
        for (const character of cell) if (character === '\n') line++;
        if (at < end && !',\r\n'.includes(text[at]))
          throw new InputError(messages.textAfterQuote(), { file, line });
      } else {
        const from = at;
        while (at < end && text[at] !== ',' && text[at] !== '\n' && text[at] !== '\r') at++;
        cell = text.slice(from, at);
      }
      cells.push(cell.trim());
      if (text[at] !== ',') break;
      at++;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    if (cells.length > 1 || cells[0] !== '') records.push({ line: start, cells });
  }
  return records;
}
