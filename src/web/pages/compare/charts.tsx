import { useMemo } from 'preact/hooks';
import type { Compare } from '../../../analyses/compare/question.ts';
import { aheadCompared } from '../../../figures/compare/ahead.ts';
import { collaborationCompared } from '../../../figures/compare/collaboration.ts';
import { fieldsCompared } from '../../../figures/compare/fields.ts';
import { growthCompared } from '../../../figures/compare/growth.ts';
import { linksCompared } from '../../../figures/compare/links.ts';
import type { Answered } from '../../api-client/contract.ts';
import { FigureBox } from '../../parts/figure-box.tsx';
import { useSelection } from '../../state/selection.ts';

interface ChartsProps {
  readonly compare: Compare & Answered;
  readonly slots: ReadonlyMap<string, number>;
}

/** Who is ahead, growth, fields, collaboration and links, each a figure of its own. */
export function Charts({ compare, slots }: ChartsProps) {
  const { lang, by } = useSelection();
  const key = [...slots].join();
  const figures = useMemo(
    () => [
      [[aheadCompared(compare, by, lang)], [growthCompared(compare, slots, lang)]],
      [
        [fieldsCompared(compare, slots, lang)],
        [linksCompared(compare, lang), collaborationCompared(compare, slots, lang)],
      ],
    ],
    [compare, key, by, lang],
  );
  return (
    <>
      {figures.map((row) => (
        <div key={row[0][0].name} class="pair">
          {row.map((column) => (
            <div key={column[0].name}>
              {column.map((figure) => (
                <FigureBox key={figure.name} figure={figure} />
              ))}
            </div>
          ))}
        </div>
      ))}
    </>
  );
}
