/** Colours by what they mean. The page gives each its light or dark value; a file of its own has the one written here. */
export const INK = 'var(--ink, #1a1c1e)';
export const QUIET = 'var(--quiet, #5c6166)';
export const LINE = 'var(--line, #d5d8db)';
export const PAPER = 'var(--paper, #ffffff)';
export const LAND = 'var(--land, #e9ebec)';
export const ACCENT = 'var(--accent, #b3261e)';
/** One hue for Share. */
export const AMOUNT = 'var(--amount, #30638e)';

/** Okabe and Ito's colours in their order, told apart by every eye: black is the ink. */
export const HUES: readonly string[] = [
  'var(--hue-1, #0072b2)',
  'var(--hue-2, #d55e00)',
  'var(--hue-3, #009e73)',
  'var(--hue-4, #cc79a7)',
  'var(--hue-5, #e69f00)',
  'var(--hue-6, #56b4e9)',
];
/** Beside the hue, so that no line is told by its colour alone. */
export const DASHES: readonly string[] = ['', '6 3', '2 3', '8 3 2 3', '1 3', '10 4'];

/** The fonts of page and figures: those of the system, with Chinese ones behind. */
export const FONTS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

/** A colour as it stands in a file of its own, where no page gives it another. */
export const plain = (text: string): string => text.replace(/var\(--[\w-]+,\s*([^()]+)\)/g, '$1');
