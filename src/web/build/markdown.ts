import { posix } from 'node:path';
import markdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import { nameOfPage } from '../pages/methods/names.ts';

/** A page of the documentation as the application shows it. */
export interface Document {
  readonly title: string;
  /** What stands under the title; headings begin at the second level. */
  readonly html: string;
}

/** Pages under one question, as an index lists them. */
export interface Group {
  readonly title: string;
  readonly pages: readonly { readonly name: string; readonly title: string; readonly question: string }[];
}

/** A markdown page as HTML without styles or scripts: what a strict policy lets through. */
export function documentOf(text: string, path: string): Document {
  const markdown = reader(path);
  const tokens = markdown.parse(callouts(text), {});
  const title = tokens.findIndex(({ type, tag }) => type === 'heading_open' && tag === 'h1');
  return {
    title: title === -1 ? path : wordsOf(tokens[title + 1]),
    html: markdown.renderer.render(title === -1 ? tokens : tokens.toSpliced(title, 3), markdown.options, {}),
  };
}

/** The tables of an index that name one page a row, under their headings. */
export function groupsOf(text: string, path: string): Group[] {
  const tokens = reader(path).parse(text, {});
  const groups: { title: string; pages: Group['pages'][number][] }[] = [];
  let cells: Token[] = [];
  tokens.forEach((token, i) => {
    if (token.type === 'heading_open') groups.push({ title: wordsOf(tokens[i + 1]), pages: [] });
    if (token.type === 'tr_open') cells = [];
    if (token.type === 'td_open') cells.push(tokens[i + 1]);
    if (token.type !== 'tr_close' || cells.length !== 2) return;
    const links = cells.flatMap(({ children }) => children?.filter(({ type }) => type === 'link_open') ?? []);
    const linked = cells.findIndex(
      ({ children }) => children?.at(0)?.type === 'link_open' && children.at(-1)?.type === 'link_close',
    );
    const of = groups.at(-1);
    if (links.length !== 1 || linked === -1 || of === undefined) return;
    of.pages.push({
      name: String(links[0].attrGet('href')).replace(/^\/methods\/?/, ''),
      title: wordsOf(cells[linked]),
      question: wordsOf(cells[1 - linked]),
    });
  });
  return groups.filter(({ pages }) => pages.length > 0);
}

/** Blocks that the documentation's own site sets apart: `::: warning Title … :::`. */
function callouts(text: string): string {
  return text.replace(/^::: \w+ (.+)\n([\s\S]*?)^:::$/gm, (_, title: string, body: string) =>
    [`**${title}**`, '', body.trimEnd()]
      .join('\n')
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n'),
  );
}

function reader(path: string): MarkdownIt {
  const markdown = markdownIt({ html: true });
  const { rules } = markdown.renderer;
  // Comments tell the tests what to run; there is no other markup of that kind.
  rules.html_block = () => '';
  rules.table_open = () => '<div class="scroll" tabindex="0"><table>';
  rules.table_close = () => '</table></div>';
  rules.fence = (tokens, i) =>
    `<pre tabindex="0"><code>${markdown.utils.escapeHtml(tokens[i].content)}</code></pre>`;
  markdown.core.ruler.push('application', ({ tokens }) => {
    tokens.forEach((token, i) => {
      // Columns that line up would be written as styles.
      if (token.type === 'th_open' || token.type === 'td_open') {
        if (String(token.attrGet('style')).includes('right')) token.attrSet('class', 'number');
        token.attrs = token.attrs?.filter(([name]) => name !== 'style') ?? null;
      }
      if (token.type === 'th_open') token.attrSet('scope', 'col');
      if (token.type === 'heading_open') token.attrSet('id', anchorOf(wordsOf(tokens[i + 1])));
      for (const link of token.children ?? []) if (link.type === 'link_open') settle(link, path);
    });
  });
  return markdown;
}

/** Links between pages lead to where the application has them; others open a window of their own. */
function settle(link: Token, path: string): void {
  const href = String(link.attrGet('href'));
  if (/^[a-z]+:/.test(href)) {
    link.attrSet('target', '_blank');
    link.attrSet('rel', 'noreferrer');
    return;
  }
  const [file, anchor = null] = href.split('#') as [string, string?];
  if (!/(\.md|\/)$/.test(file)) return;
  const name = nameOfPage(posix.join(posix.dirname(path), file));
  link.attrSet('href', `/methods${name === '' ? '' : `/${name}`}${anchor === null ? '' : `#${anchor}`}`);
}

/** The anchor of a heading, as the documentation's site writes it. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');

/** The words of a line without their marks. */
function wordsOf({ children }: Token): string {
  return (children ?? [])
    .map(({ type, content }) => (type === 'text' || type === 'code_inline' ? content : ''))
    .join('');
}
