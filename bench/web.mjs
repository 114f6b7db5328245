// What the page costs a browser on this machine: script of the first load, time until it can be used, frames of the map.
//   node bench/web.mjs [--works 40000] [--slowdown 4] [--rounds 5] [--cities 3600] [--links 500] [--only load,map]
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SYNOPOLIS } from './built.mjs';
import { serveSynopolis } from './http/server.mjs';
import { columns, measure } from './measure.mjs';
import { options } from './options.mjs';
import { scripts, visits } from './web/first-load.mjs';
import { launch } from './web/look.mjs';
import { manyCities } from './web/many-cities.mjs';
import { mapFrames } from './web/map-frames.mjs';

/** What issue and design allow: bytes of script, milliseconds until the page can be used, and between two frames. */
const LIMITS = { script: 250_000, interactive: 1500, frame: 1000 / 30 };
const VIEWS = [
  ['overview', '/?lang=en'],
  ['a region of the overview', '/?definition=def:yrd_41&lang=en'],
  ['the page of a region', '/place/def:yrd_41?lang=en'],
];

const given = options(
  { works: 40_000, slowdown: 4, rounds: 5, seed: 1, cities: 3600, links: 500, only: 'load,map' },
  'node bench/web.mjs [--works 40000] [--slowdown 4] [--rounds 5] [--seed 1] [--cities 3600] [--links 500] [--only load,map]',
);
const only = given.only.split(',');
const ms = (value) => value.toFixed(value < 10 ? 1 : 0);
const against = (value, limit) => `${(value / limit).toFixed(2)} ×`;

const browser = await launch();
try {
  if (only.includes('load')) await load();
  if (only.includes('map')) await map();
} finally {
  await browser.close();
}

async function load() {
  const { works, seed, slowdown, rounds } = given;
  const folder = join(tmpdir(), 'synopolis-bench', `demonstration-${works}-${seed}`);
  await measure(process.execPath, [
    ...[SYNOPOLIS, 'demo', '--out', folder, '--works', String(works), '--seed', String(seed)],
  ]);
  await served(join(folder, 'observatory'), async (address) => {
    const { wire, gzip, files } = await scripts(browser, `${address}/?lang=en`);
    console.log(
      `script of the first load: ${gzip} B as gzip (${wire} B over the wire, ${files} files), limit ${LIMITS.script} B: ${against(gzip, LIMITS.script)}\n`,
    );
    const rows = [
      [
        '',
        'shown ms',
        'interactive ms',
        'least',
        'most',
        'of the limit',
        'own time ms',
        'click to picture ms',
      ],
    ];
    for (const [title, path] of VIEWS)
      for (const factor of [1, slowdown]) {
        // The first visit asks the server what nobody asked before; it is told apart.
        const first = await visits(browser, address + path, { slowdown: factor, rounds: 1 });
        if (factor === 1) rows.push(visitRow(`${title}, first of all`, first));
        const { interactive, ...rest } = await visits(browser, address + path, { slowdown: factor, rounds });
        rows.push(visitRow(`${title}, ${factor} × slower`, { interactive, ...rest }));
      }
    console.log(
      `${columns(rows)}\nmedians of ${rounds} visits, limit ${LIMITS.interactive} ms at ${slowdown} ×\n`,
    );
  });
}

function visitRow(title, { shown, interactive, work, response }) {
  return [
    title,
    ms(shown.median),
    ms(interactive.median),
    ms(interactive.least),
    ms(interactive.most),
    against(interactive.median, LIMITS.interactive),
    ms(work.median),
    ms(response.median),
  ];
}

async function map() {
  const { cities, works, seed, links, slowdown } = given;
  await served(await manyCities({ cities, works, seed }), async (address) => {
    const rows = [
      ['', 'frames/s', 'p95 ms', 'longest', `over 50 ms`, 'of frames', 'own time p95 ms', 'p95 of the limit'],
    ];
    let drawn = '';
    for (const factor of [1, slowdown]) {
      const moved = await mapFrames(browser, `${address}/?lang=en`, { slowdown: factor, links });
      drawn = `${moved.cities} cities, ${moved.arcs} arcs`;
      for (const how of ['pan', 'zoom']) {
        const { perSecond, p95, longest, long, frames, work } = moved[how];
        rows.push([
          `${how}, ${factor} × slower`,
          ms(perSecond),
          ms(p95),
          ms(longest),
          long,
          frames,
          ms(work),
          against(p95, LIMITS.frame),
        ]);
      }
    }
    console.log(
      `${columns(rows)}\n${drawn}; limit ${ms(LIMITS.frame)} ms a frame; drawn by the processor, without a graphics card`,
    );
  });
}

async function served(observatory, act) {
  const server = await serveSynopolis(observatory);
  try {
    await act(server.address);
  } finally {
    await server.stop();
  }
}
