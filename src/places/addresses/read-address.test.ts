import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { csvRecords } from '../csv-records.ts';
import { type AddressReader, openAddressReader } from './index.ts';

let reader: AddressReader;
beforeAll(() => {
  reader = openAddressReader();
});

const place = (text: string): string | null => reader.read(text).place;

describe('a city is read', () => {
  it.each([
    ['School of Physics, Nanjing University, Nanjing 210093, P. R. China', 'cn:3201', 'city'],
    ['430072 Wuhan, Hubei, China', 'cn:4201', 'city'],
    ['School of Public Health Wuhan University Wuhan Hubei China', 'cn:4201', 'city'],
    ['Harbin Institute of Technology, Shenzhen, China', 'cn:4403', 'city'],
    ['Institute of Nano-Tech, Kunshan, Jiangsu, China', 'cn:3205', 'district'],
    ['Peking Union Medical College, Peking, China', 'cn:1100', 'alias'],
    ['Technische Universität München, München, Deutschland', 'gn:2867714', 'alias'],
    ['Department of Psychiatry, Harvard Medical School, Boston, MA 02115', 'gn:4930956', 'state'],
    ['Emory University, Atlanta, Georgia', 'gn:4180439', 'city'],
    ['Osaka University, Toyonaka, Osaka, Japan', 'gn:1849837', 'city'],
    ['Università di Salerno, 84084 Fisciano, Salerno, Italy', 'gn:3176949', 'city'],
    ['China, Beijing, Tsinghua University', 'cn:1100', 'city'],
    ['苏州大学, 江苏省苏州市姑苏区', 'cn:3205', 'city'],
    ['The Chinese University of Hong Kong Hong Kong SAR', 'cn:8100', 'city'],
    ['Anhui Medical University, Suzhou, China', 'cn:3413', 'state'],
    ['Inter University Centre for Nanomaterials, Kochi, India', 'gn:1273874', 'city'],
    ['The Petroleum Institute, P.O. Box 2533 Abu Dhabi, UAE', 'gn:292968', 'city'],
    ['Friedrich Schiller University Jena Jena, Germany', 'gn:2895044', 'city'],
    ['St Luke’s International Hospital Tokyo Japan', 'gn:1850147', 'city'],
    ['Department of Earth Sciences KU Leuven 3001 Heverlee Belgium', 'gn:2795783', 'city'],
    ['Rutgers University Newark New Jersey USA', 'gn:5101798', 'state'],
    ['University of Toronto, Toronto, Ontario', 'gn:6167865', 'state'],
  ])('%s', (text, city, how) => {
    expect(reader.read(text)).toMatchObject({ place: city, how, reason: null });
  });

  it('takes the institution’s own place among cities of one name, and the country of a hint', () => {
    const text = 'Department of Chemistry, Taizhou University, Taizhou, China';
    expect(reader.read(text).reason).toBe('ambiguous');
    expect(reader.read(text, { institution: 'cn:3310' })).toMatchObject({
      place: 'cn:3310',
      how: 'institution',
    });
    expect(reader.read('Faculty of Arts, Valencia', { country: 'ES' }).place).toBe('gn:2509954');
  });
});

describe('no city is read', () => {
  it.each([
    ['Department of Chemistry, Nanjing University', 'in-name'],
    ['Peking University Shenzhen Hospital', 'in-name'],
    ['Department of Medicine, University of California, Irvine', 'in-name'],
    ['University of Cambridge, UK', 'in-name'],
    ['12 Rua do Porto Lisboa Portugal', 'in-name'],
    ['University of Oxford, Oxford, UK; Harvard University, Cambridge, MA, USA', 'several'],
    ['China', 'no-city'],
    ['', 'empty'],
    ['12345 678', 'no-city'],
    ['😀😀😀', 'empty'],
    ['x'.repeat(5_000_000), 'too-long'],
    [
      Array.from({ length: 40 }, (_, i) => `Unit ${i}, ${i % 2 ? 'Paris, France' : 'Rome, Italy'}`).join(
        '; ',
      ),
      'several',
    ],
  ])('%.60s', (text, reason) => {
    expect(reader.read(text)).toEqual({ place: null, name: null, how: null, reason });
  });
});

const ADDRESSES = [
  'School of Physics, Nanjing University, Nanjing 210093, China',
  'Max Planck Institute for Biogeochemistry, Jena, Germany',
  'University of Oxford, Oxford OX1 3PS, United Kingdom',
  'Universidade Federal de Santa Catarina, Florianópolis, SC, Brazil',
  'Institute of Science Tokyo, Tokyo, Japan',
];

describe('what never changes the city', () => {
  it.each(ADDRESSES)('%s', (text) => {
    const city = place(text);
    expect(city).not.toBeNull();
    const same = [
      `Department of Economics, ${text}`,
      `1 ${text}`,
      `${text}.`,
      text.toUpperCase(),
      text.replaceAll(', ', ' - '),
      text.replaceAll(',', ' , '),
      text.split(', ').reverse().join(', '),
      `${text}#TAB#`,
      `<p>${text}</p>`,
      `${text}; ${text}`,
      `${text} (e-mail: someone@example.org)`,
    ];
    expect(same.map(place)).toEqual(same.map(() => city));
  });

  it('says a reason or a place of any text, and the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const reading = reader.read(text);
        expect(reading.place === null).toBe(reading.reason !== null);
        expect(reader.read(text)).toEqual(reading);
      }),
      { seed: 22, numRuns: 500 },
    );
  });

  it('takes no longer than its length allows', () => {
    const once = (commas: number): number => {
      const text = 'San Antonio, '.repeat(commas).slice(0, 4000);
      const from = performance.now();
      for (let i = 0; i < 20; i++) reader.read(text);
      return performance.now() - from;
    };
    once(50);
    // Eight times the length may take some thirty times as long on a loaded machine, not the square.
    expect(once(300)).toBeLessThan(Math.max(once(37), 1) * 64);
  });
});

const LABELS = fileURLToPath(new URL('../../../../shared/data/addresses/labels.csv', import.meta.url));

describe('labelled addresses', () => {
  it.skipIf(!existsSync(LABELS))('are read as right as docs/addresses.md says', () => {
    const [header, ...rows] = csvRecords(readFileSync(LABELS, 'utf8'), LABELS).map(({ cells }) => cells);
    const [part, text, truth] = ['part', 'string', 'truth'].map((name) => header.indexOf(name));
    const score = (wanted: (part: string) => boolean): { precision: number; recall: number } => {
      let [read, right, named] = [0, 0, 0];
      for (const row of rows.filter((each) => wanted(each[part]))) {
        const city = place(row[text]);
        if (row[truth] === '?' && city !== null) continue;
        if (row[truth] !== '') named++;
        if (city !== null) read++;
        if (city !== null && city === row[truth]) right++;
      }
      return { precision: right / read, recall: right / named };
    };
    const random = score((each) => each === 'random' || each === 'unassigned');
    expect(random.precision).toBeGreaterThanOrEqual(0.99);
    expect(random.recall).toBeGreaterThanOrEqual(0.94);
    expect(score((each) => each.startsWith('disagreement')).precision).toBeGreaterThanOrEqual(0.97);
    expect(score((each) => each === 'disagreement-snCN').precision).toBeGreaterThanOrEqual(0.98);
  });
});
