import type { Manifest } from '../../observatory/index.ts';
import type { Bilingual, Language } from '../../base/index.ts';
import type { About } from '../about/about.ts';
import type { CoverageRow, Section } from './sections.ts';
import { recordReasonZh } from './reasons.ts';

const SECTIONS_ZH: Readonly<Record<Section, string>> = {
  year: '年份',
  country: '国家',
  field: '领域',
  reason: '原因',
  dropped: '被剔除',
  unknown: '未知机构',
  doubtful: '存疑',
};

/** Sections whose keys are words and not ids. */
const WORDS: readonly Section[] = ['reason', 'dropped', 'country'];

export function sectionIn({ section }: CoverageRow, language: Language = 'en'): string {
  return language === 'zh' ? SECTIONS_ZH[section] : section;
}

export function keyIn({ section, key }: CoverageRow, language: Language = 'en'): string {
  return language === 'zh' && WORDS.includes(section) ? recordReasonZh(key) : key;
}

export function nameOf({ section, name, nameZh }: CoverageRow, language: Language = 'en'): string | null {
  if (language === 'en' || name === null) return name;
  return nameZh ?? (section === 'field' ? recordReasonZh(name) : name);
}

export function findingsOf({ locatedShare, works }: About, language: Language = 'en'): string[] {
  if (locatedShare === null) return [language === 'zh' ? '没有成果。' : 'There are no works.'];
  const [percent, all] = [(locatedShare * 100).toFixed(1), works.toLocaleString('en')];
  return [
    language === 'zh'
      ? `${all}篇成果的份额中，${percent} %可定位。`
      : `${percent} % of the Share of ${all} works is located.`,
  ];
}

/** What became of the records of a build. */
export function notesOf({ records, corrections }: Manifest): Bilingual[] {
  const [read, kept] = [records.read.toLocaleString('en'), records.kept.toLocaleString('en')];
  const moved = corrections.changed.length;
  return [
    {
      en: `${read} records read, ${kept} kept; the section dropped is of the whole build, whatever years and field are asked for`,
      zh: `读取${read}条记录，保留${kept}条；“被剔除”部分为整个构建的情况，与所选年份和领域无关`,
    },
    {
      en: `${records.equalDois} works have the DOI of another work under another id; they are counted, not merged`,
      zh: `${records.equalDois}篇成果与另一编号的成果DOI相同；照常计入，未作合并`,
    },
    ...(records.versionDois === undefined
      ? []
      : [
          {
            en: `${records.versionDois} works have the DOI of another work but for a version ending such as .v2; they are counted, not merged`,
            zh: `${records.versionDois}篇成果的DOI与另一成果仅有版本后缀（如.v2）之别；照常计入，未作合并`,
          },
        ]),
    ...(moved > 0
      ? [
          {
            en: `${moved} institutions were moved by corrections`,
            zh: `${moved}个机构按更正表改变了所在城市`,
          },
        ]
      : []),
  ];
}
