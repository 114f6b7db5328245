import type { PageId } from '../../src/web/frame/pages.ts';

/** Where every page is looked at: views that have something of everything. The demonstration and real records have all of them. */
export const ADDRESSES: Readonly<Record<PageId, readonly string[]>> = {
  overview: ['/?definition=def:yrd_41&places=cn:3100'],
  place: ['/place/cn:4401', '/place/def:jjj_13'],
  network: ['/network?definition=def:yrd_41'],
  compare: ['/compare?places=cn:3201,cn:3301,cn:4201'],
  coordination: ['/coordination?definition=def:yrd_41'],
  effect: ['/effect?definition=def:jjj_13'],
  robustness: ['/robustness?of=def:jjj_13&answer=links'],
  regions: ['/regions?definition=def:yrd_41&region=Six=cn:3100,cn:3201,cn:3205,cn:3301,cn:3302,cn:3401'],
  claims: ['/claims'],
  directory: ['/directory'],
  match: ['/match?need=钙钛矿太阳能电池'],
  methods: ['/methods', '/methods/theil'],
  data: ['/data'],
};

/** A name for a picture of it. */
export const pictureOf = (path: string): string =>
  `overview${path}`
    .replace(/^overview\/(?=\w)/, '')
    .replaceAll(/[^\w]+/g, '-')
    .slice(0, 60);
