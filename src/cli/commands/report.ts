import { inBoth } from '../../base/index.ts';
import { Command, Option } from 'commander';
import { askObservatory, type LocationRule } from '../../observatory/index.ts';
import { report, reportParams } from '../../report/index.ts';
import { locatedByOption } from '../located-by.ts';
import { addParameterFlags, readParameters } from '../flags.ts';
import { writeText } from '../output/print.ts';
import { StatusLine } from '../status-line.ts';
import type { Terminal } from '../terminal.ts';
import { DEFAULT_FOLDER } from './analysis.ts';

const STEP = inBoth({
  en: (what: string, step: number, of: number) => `${what} (${step} of ${of})…`,
  zh: (what, step, of) => `${what}（第${step}步，共${of}步）…`,
});

type Flags = Record<string, unknown> & {
  readonly lang: 'en' | 'zh';
  readonly out?: string;
  readonly locatedBy?: LocationRule;
};

/** `synopolis report PLACE [DIR]`: a place on paper, as one HTML file. */
export function reportCommand(terminal: Terminal): Command {
  const command = new Command('report')
    .description('Printable report of a place, as one HTML file')
    .argument('<place>', reportParams.shape.place.description ?? '')
    .argument('[dir]', 'Folder of the observatory', DEFAULT_FOLDER);
  addParameterFlags(command, reportParams, 'place');
  return command
    .addOption(locatedByOption())
    .addOption(new Option('--lang <code>', 'Language of the report').choices(['en', 'zh']).default('en'))
    .option('--out <file>', 'File to write; the id of the place with .html by default')
    .action(async (place: string, folder: string, flags: Flags) => {
      const asked = { ...readParameters(reportParams, { ...flags, place }), language: flags.lang, folder };
      const line = new StatusLine(terminal);
      try {
        const made = await askObservatory(
          folder,
          (observatory) =>
            report(observatory, asked, ({ what, done, of }) =>
              line.write(STEP[flags.lang](what[flags.lang], done + 1, of)),
            ),
          { locatedBy: flags.locatedBy },
        );
        line.end();
        const out = flags.out ?? `${made.id.replaceAll(':', '-')}.html`;
        await writeText(made.html, out);
        terminal.out(`${out} is written: open it in a browser, and print it from there.\n`);
      } finally {
        line.end();
      }
    });
}
