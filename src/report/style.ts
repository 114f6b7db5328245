import { FONTS } from '../figures/palette.ts';
import { styleText } from './html.ts';

/** What stands at the edge of every printed page. */
export interface Running {
  readonly title: string;
  /** That the works are made up; null where they are not. */
  readonly synthetic: string | null;
  /** Before the number of the page, between it and how many there are, and behind that. */
  readonly pages: readonly [string, string, string];
}

/** The style sheet of a report: a column on a screen, A4 in print. */
export function styleOf({ title, synthetic, pages }: Running): string {
  const [before, between, behind] = pages.map(styleText);
  return `
@page {
  size: A4;
  margin: 17mm 16mm 15mm;
  @top-left { content: ${styleText(title)}; }
  @top-right { content: ${styleText(synthetic ?? '')}; color: #7a4a00; font-weight: 600; }
  @bottom-left { content: "Synopolis"; }
  @bottom-right { content: ${before} counter(page) ${between} counter(pages) ${behind}; }
  @top-left, @top-right, @bottom-left, @bottom-right { font: 7.5pt ${FONTS}; color: #5c6166; }
}
${SHEET}`;
}

const SHEET = `:root {
  --ink: #1a1c1e; --quiet: #5c6166; --line: #d5d8db; --paper: #ffffff; --mark: #7a4a00;
  --hue-1: #0072b2; --hue-2: #c24e00; --hue-3: #00805d; --hue-4: #b0568a; --hue-5: #9a6a00; --hue-6: #2b7fb0;
  color-scheme: light;
  font: 12px/1.38 ${FONTS};
  font-variant-numeric: tabular-nums;
  color: var(--ink);
  background: var(--paper);
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px 16px; max-width: 712px; }
h1, h2, h3, p, ul, ol, figure { margin: 0; padding: 0; }
h1 { font-size: 23px; line-height: 1.2; font-weight: 650; }
h1 .other { font-size: 15px; font-weight: 400; color: var(--quiet); }
h2 { font-size: 14px; line-height: 1.3; margin-top: 12px; }
h3 { font-size: 12px; line-height: 1.3; margin-top: 10px; }
ul { list-style: none; }
li { padding-left: 12px; text-indent: -12px; margin-top: 2px; }
li::before { content: "–"; display: inline-block; width: 12px; text-indent: 0; color: var(--quiet); }
.masthead { border-bottom: 2px solid var(--ink); padding-bottom: 8px; }
.masthead p { margin-top: 3px; color: var(--quiet); }
p.mark { color: var(--mark) !important; font-weight: 600; }
.subtitle { font-size: 10px; line-height: 1.3; color: var(--quiet); }
.subtitle .mark { color: var(--mark); border: 1px solid; border-radius: 2px; padding: 0 3px; white-space: nowrap; }
.short li { padding: 3px 0 3px 88px; text-indent: 0; margin: 0; border-bottom: 1px solid var(--line); position: relative; }
.short li::before { content: none; }
.short li strong { position: absolute; left: 0; width: 84px; }
.pair { display: grid; grid-template-columns: 1fr 1fr; column-gap: 24px; }
.pair > * { min-width: 0; }
.figure svg { display: block; width: 100%; height: auto; margin-top: 4px; }
.empty { padding: 12px 0; color: var(--quiet); }
table { width: 100%; border-collapse: collapse; font-size: 11px; margin-top: 3px; }
th, td { text-align: left; vertical-align: top; padding: 1.5px 10px 1.5px 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--quiet); font-size: 10.5px; }
th.number, td.number { text-align: right; white-space: nowrap; }
th.whole { white-space: nowrap; }
tr.marked > * { font-weight: 650; }
.about, .sources { font-size: 9px; line-height: 1.32; color: var(--quiet); }
.about li, .sources li { margin-top: 1px; overflow-wrap: anywhere; }
.numbers { font-size: 10.5px; overflow-x: auto; color: var(--quiet); }
a { color: inherit; }
@media (max-width: 560px) { .pair { grid-template-columns: 1fr; } .short li { padding-left: 0; } .short li strong { position: static; display: block; } }
@media print {
  body { padding: 0; max-width: none; }
  .numbers { display: none; }
  .figure, .keep, tr, li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .second { break-before: page; }
  .chapter { break-before: page; }
  .pair { grid-template-columns: 1fr 1fr; }
  a { text-decoration: none; }
}`;
