import { type Language, nameIn } from '../base/index.ts';
import { parseHTML } from 'linkedom';
import { syntheticBanner } from '../analyses/about/synthetic.ts';
import type { TellStep } from '../analyses/progress.ts';
import type { Observatory } from '../observatory/index.ts';
import { answersOf } from './answers.ts';
import { brief } from './brief.ts';
import { full } from './full.ts';
import { Html, html } from './html.ts';
import type { ReportAsked } from './question.ts';
import { styleOf } from './style.ts';
import { words } from './words.ts';

/** The language of a report where none is given. */
const DEFAULT_LANGUAGE: Language = 'en';

/** A report, ready to be saved. */
export interface Report {
  /** Of the place. */
  readonly id: string;
  /** One HTML file that needs nothing else: no script, no font, no address. */
  readonly html: string;
}

/**
 * A place on paper: two pages for who decides, or all that is known of it. The same observatory gives the same bytes.
 * @throws InputError where the place, the years or the field are not of this observatory
 */
export async function report(observatory: Observatory, asked: ReportAsked, step?: TellStep): Promise<Report> {
  const { language } = asked;
  const text = words[language];
  const answers = await answersOf(observatory, asked, step);
  const { document } = parseHTML('<html><body></body></html>');
  const paper = { document, language };
  const command = commandOf(asked, answers.place.id, observatory);
  const body = asked.full
    ? await full(observatory, answers, asked, command, paper)
    : brief(answers, command, paper);
  const name = nameIn(answers.place, language);
  const { synthetic } = answers.ranking;
  const title = `${name} · ${asked.full ? text.report : text.brief}`;
  const style = styleOf({
    title,
    synthetic: synthetic === null ? null : syntheticBanner(synthetic, language),
    pages: text.pages,
  });
  const page = html`<html lang="${text.lang}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
      <title>${title} · Synopolis</title>
      <style>
        ${new Html(style)}
      </style>
    </head>
    <body>
      <main>${body}</main>
    </body>
  </html> `;
  return { id: answers.place.id, html: `<!DOCTYPE html>\n${page.text}` };
}

/** What makes the same report again. */
function commandOf(
  { years, field, peers, full: all, language, folder }: ReportAsked,
  id: string,
  { locatedBy, manifest }: Observatory,
): string {
  return [
    'synopolis report',
    id,
    ...(folder === null ? [] : [word(folder)]),
    ...(years === null ? [] : [`--years ${years.from}-${years.to}`]),
    ...(field === null ? [] : [`--field ${word(field)}`]),
    ...(peers === null ? [] : [`--peers ${word(peers.join(','))}`]),
    ...(locatedBy === (manifest.locatedBy ?? 'institution') ? [] : [`--located-by ${locatedBy}`]),
    ...(all ? ['--full'] : []),
    ...(language === DEFAULT_LANGUAGE ? [] : [`--lang ${language}`]),
  ].join(' ');
}

/** A text as one word of a command line. */
function word(text: string): string {
  return /^[\p{L}\p{N}_.,:/@+-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
