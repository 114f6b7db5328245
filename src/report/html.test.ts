import { describe, expect, it } from 'vitest';
import { html, styleText } from './html.ts';

describe('HTML', () => {
  it('escapes whatever is put into it, once', () => {
    const inner = html`<b>${'a < b & "c"'}</b>`;
    expect(inner.text).toBe('<b>a &lt; b &amp; &quot;c&quot;</b>');
    expect(html`<p title="${'"><script>'}">${[inner, 'x > y', null]}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;"><b>a &lt; b &amp; &quot;c&quot;</b>\nx &gt; y\n</p>',
    );
  });
});

describe('a text inside a style sheet', () => {
  it('can end neither itself nor the sheet', () => {
    const text = styleText('"} </style><b> \\ 京津冀\n1–2');
    expect(text.slice(1, -1)).not.toMatch(/["<>}\n]/);
    expect(text).toContain('京津冀');
    expect(styleText('a"b')).toBe('"a\\22 b"');
    expect(styleText('</')).toBe('"\\3c \\2f "');
  });
});
