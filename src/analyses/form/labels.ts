import type { Bilingual } from '../../base/index.ts';
import { CHOICES } from './choices.ts';

/** What a parameter is called in a form. Its help in English is the description of the declaration. */
export interface Label {
  readonly label: Bilingual;
  /** Its help in Chinese. */
  readonly help: string;
  /** What its text names, where a form can help to find it. */
  readonly is?: 'place' | 'field';
}

function label(en: string, zh: string, help: string, is?: Label['is']): Label {
  return { label: { en, zh }, help, ...(is === undefined ? {} : { is }) };
}

/** Labels by parameter; `analysis.parameter` where one question means something else by it. */
const LABELS: Readonly<Record<string, Label>> = {
  also: label('Also show', '另外显示', '另外显示的地点，无论排名如何，如 cn:3205', 'place'),
  baseline: label('Baseline', '比较基准', '以什么为基准：本观测库的全部城市，或本国城市'),
  base: label('Base year', '基准年', '把各年调整到该年的规模：调整后的份额，论文数亦然'),
  below: label('Lacked below', '缺口阈值', '区位商低于此值的领域视为缺口'),
  by: label('Measure', '指标', '份额（一篇成果计为一，在作者与机构间分割）或论文数'),
  'coverage.by': label(
    'Sections',
    '部分',
    '各部分：年份、国家、领域、原因、被剔除、未知机构、存疑；不填则全部',
  ),
  'profile.by': label(
    'Sections',
    '部分',
    '各部分：排名、历年份额与论文数、领域、合作伙伴、观测/期望之比、公布数据、政策、未定位；不填则全部',
  ),
  'specialisation.by': label(
    'Sections',
    '部分',
    '各部分：专长、规模过小（区位商高而份额过小）、可进入（按关联远近）、无法判断；不填则全部',
  ),
  'specialisation.of': label('Rows', '各行', '各行：大类、领域、子领域或主题'),
  'complementarity.by': label(
    'Order',
    '排序',
    '按两个方向数值的均值，或在领域多样性相近的伙伴中百分位的均值排序',
  ),
  'complementarity.of': label('In which fields', '领域层级', '按大类、领域或子领域比较'),
  'complementarity.place': label(
    'Cities of',
    '城市属于',
    '区域、省份或国家：其城市两两成对；另给出一个地点时也可为城市',
    'place',
  ),
  'complementarity.with': label('And of', '与之相对', '另一地点：其城市与前者的城市哪些互补', 'place'),
  'complementarity.draws': label('Draws', '抽取次数', '互补性区间所用的抽取次数'),
  'specialisation.draws': label('Draws', '抽取次数', '关联密度、多样性、复杂度和前景区间所用的抽取次数'),
  named: label('Fields named', '列出领域数', '每个方向列出多少个领域'),
  peers: label('Peers', '对照城市数', '与伙伴相比的、领域多样性相近的城市数'),
  threshold: label('Threshold', '专长门槛', '区位商达到此值即算专长'),
  belowMinimum: label(
    'Below the minimum',
    '低于最低要求',
    '是否也显示低于最低要求的ECI、关联密度与互补性（与偶然无法区分）',
  ),
  enough: label('Enough works', '足够的成果数', '城市至少有多少篇成果，才用于判断哪些领域相互关联'),
  capped: label('Large teams', '大型团队', '是否计入作者数超过上限的成果'),
  coaffiliation: label(
    'Co-affiliation',
    '双重隶属',
    '双重隶属（同一作者在两地均有隶属单位）是否计为两地合作',
  ),
  'links.by': label('By field', '分领域', '一对地点按大类、领域或子领域分行，只列有共同成果者'),
  'sensitivity.by': label('Measure', '指标', '所问结论的指标（份额或论文数），另一种作为检验'),
  'sensitivity.counting': label('Counting', '计数方法', '所问结论的合作计数，其他计数作为检验'),
  counting: label(
    'Counting',
    '计数方法',
    '用于排序的计数：full 全计数、fractional 1/C(k,2)、partner 1/(k−1)、score 得分',
  ),
  definition: label('Regions', '区域定义', '要用的区域定义，如 yrd_41；不填则按问题的默认', 'place'),
  draws: label('Draws', '抽取次数', '联合排名区间所用的抽取次数'),
  field: label(
    'Field',
    '领域',
    '大类、领域、子领域或主题的名称或编号（3、17、1702、T10123），或 none',
    'field',
  ),
  from: label(
    'Institution that asks',
    '提出需求的机构',
    '提出需求的机构（ROR 编号或全名）：统计与其合作的成果',
  ),
  halfLife: label('Half-life', '半衰期', '多少年后一篇成果按一半计'),
  inside: label('Inside', '区域内', '只取该区域、省份或国家内的城市', 'place'),
  intervals: label('Intervals', '区间', '是否计算区间；不计算则立即作答'),
  kind: label('Pairs of', '配对对象', '由什么组成的对；不填则为城市'),
  least: label('Least Share', '最小份额', '城市在某领域至少有此份额才算专长'),
  minimum: label('Joint works at least', '最少共同成果', '一条合作至少有多少篇共同成果；更弱的不计'),
  'network.counting': label(
    'Counting',
    '计数方法',
    '合作的权重：partner 1/(k−1)、fractional 1/C(k,2)、full 全计数、score 得分',
  ),
  'network.place': label('Cities of', '城市属于', '其城市构成网络的区域、省份或国家；不填则为全球', 'place'),
  'network.top': label('Cities', '城市数', '最多显示多少个城市，取合作最强者'),
  resolution: label('Resolution', '分辨率', '社群的分辨率：大于1则社群更小'),
  replicates: label('Replicates', '重抽样次数', '对成果重抽样多少次以判断社群是否稳定；0则不做'),
  level: label('Level', '置信水平', '区间的置信水平；区间视各篇论文相互独立'),
  likely: label('Likely new ones', '可能的新伙伴', '显示多少个可能的新伙伴'),
  metric: label('Published metric', '公布指标', '用公布指标代替产出，如 gdp_nominal'),
  need: label('Need', '需求', '用中文或英文写出需要什么'),
  of: label('Of', '对象', '要排列或查找的对象'),
  outranks: label('Ahead of', '领先比较', '两个地点：前者领先后者的概率', 'place'),
  parts: label('Parts', '组成部分', '比较哪些部分：城市，或（全部城市都在其内时）省份'),
  place: label('Place', '地点', '城市、省份、国家或区域', 'place'),
  populationYear: label('Population of', '人口年份', '用作权重的人口的年份；不填则为所问的最后一年'),
  prefer: label(
    'Ranked by',
    '参与排名的口径',
    '几个区域定义重叠时参加排名的那一个，如 yrd_27_central；不填则按默认',
    'place',
  ),
  reach: label('Reach', '范围', '最远到哪里；不填时：城市为全世界，其他为该地点本身'),
  region: label('Region of your own', '自定区域', '自定区域，写作“名称=地点,地点,…”，可给出多个'),
  'compare.place': label('Places', '地点', '比较二至六个地点（含自定区域），如 cn:1100,yrd_41', 'place'),
  'compare.by': label(
    'Sections',
    '部分',
    '各部分：产出、排名、孰先孰后、增长、领域、合作、相互合作、公布数据、创新资源；不填则全部',
  ),
  'compare.of': label(
    'Fields compared',
    '所比较的领域',
    '大类、领域、子领域或主题；不填则取所选领域的下一级',
  ),
  'compare.top': label('Strongest fields', '最强领域', '每个地点最强的领域数'),
  'panel.of': label('Panel of', '面板对象', '各地点逐年（places），或各地点对逐年（pairs）'),
  'panel.place': label('Places', '地点', '面板所含地点，给编号或全名，如 cn:1100,cn:3100', 'place'),
  'panel.kind': label('All of a kind', '同类全部', '未列出地点时取某一类的全部地点；不填则为城市'),
  'panel.top': label('Most Share', '份额最高', '其中份额最高的多少个；逐一列出的地点全部保留'),
  'panel.definition': label('Flags', '区域标记', '用于标记内部的区域定义，如 yrd_41；不填则全部', 'place'),
  'panel.by': label('By field', '分领域', '各地点再按大类、领域或子领域分行'),
  'coordination.place': label('Region', '区域', '省份、国家或区域', 'place'),
  'coordination.peers': label('Peers', '对照区域', '并列的区域，如 yrd_41,gba_9_2；不填则没有', 'place'),
  'coordination.region': label(
    'Region of your own',
    '自定区域',
    '自定区域，写作“名称=地点,地点,…”；未填区域时问第一个，其余为对照',
  ),
  'coordination.policy': label('Policy year', '政策年份', '比较哪一年政策的前后；不填则取定义中的年份'),
  span: label('Years around', '前后年数', '政策前后各比较多少年'),
  'coordination.window': label('Window', '时段', '每个时段含多少年；相邻时段相差一年'),
  'trend.of': label('First of', '何者居前', '取哪一类地点的前几名：城市、省份、国家、区域；不填则为城市'),
  'trend.place': label('Places', '地点', '要跟踪的地点，给编号或全名，如 cn:3205,gn:2643743', 'place'),
  'trend.by': label('Growth of', '增长对象', '增长按份额或论文数计算'),
  'trend.base': label('Base year', '基准年', '调整份额按该年的成果数折算；不填则为最后一个完整年份'),
  until: label('Growth until', '增长截止年', '增长计算到哪一年；不填则为最后一个看来收录完整的年份'),
  'trend.top': label('First so many', '前几名', '另外跟踪各年合计的前几名；未列出地点时为五个'),
  'rank-history.of': label(
    'Ranked among',
    '排名范围',
    '在哪类地点中排名：城市、省份、国家、区域；不填则为所列地点的类别',
  ),
  'rank-history.place': label('Places', '地点', '要跟踪的地点，给编号或全名，如 cn:3205,gn:2643743', 'place'),
  'rank-history.by': label('Ranked by', '排名依据', '按份额或论文数排名'),
  'rank-history.window': label('Window', '时段', '每个时段含多少年；相邻时段相差一年'),
  'rank-history.top': label('First so many', '前几名', '另外跟踪各年合计的前几名；未列出地点时为五个'),
  'gaps.region': label('Region', '区域', '一个区域、省份或城市', 'place'),
  'effect.place': label('Region', '区域', '政策所针对的省份或区域', 'place'),
  'effect.counting': label(
    'Counting',
    '计数方式',
    '城市间合作论文的计数：full 全计数、fractional 1/C(k,2)、partner 1/(k−1)、score 得分',
  ),
  'effect.draws': label('Placebo regions', '安慰剂区域数', '与多少个安慰剂区域比较；0则不做'),
  policy: label('Policy year', '政策年份', '政策的第一年；不填则取定义中的年份'),
  lag: label('Lag', '滞后', '从政策到可能受其影响的首批成果之间的年数；其间年份不计'),
  controls: label(
    'Controls',
    '对照城市',
    '每个区域城市配多少个政策前产出相近的其他城市，优先本国；不填则各三个且总数不少于一百',
  ),
  untreated: label(
    'Untreated',
    '仅无政策城市',
    '对照城市是否只取同期没有自身政策的区域之外的城市；说明中给出属于此类区域的城市数',
  ),
  leads: label('Years before', '政策前年数', '政策前逐年列出的年数；更早的合为一项'),
  lags: label('Years after', '政策后年数', '政策首年之后逐年列出的年数；更晚的合为一项'),
  refits: label('Refits', '完整重估', '完整重估多少个安慰剂区域，以与一步近似比较'),
  sensitivity: label('Sensitivity', '敏感性', '是否也在其他计数方式、滞后和定义下估计'),
  vouch: label(
    'Assumed conditions',
    '假定条件',
    '论文数据无法证明、由您假定成立的条件：assigned（政策对象的选择与其未来的合作无关）、contained（区域外不受影响）、alone（同期无其他冲击）',
  ),
  rows: label('Rows', '行', '对省份、国家或区域：内部城市之间的对，或同类的合作伙伴'),
  sector: label(
    'Sector',
    '部门',
    '只计此 ROR 类型的机构：education、company、facility、government、healthcare 等',
  ),
  seed: label('Seed', '随机种子', '一切随机抽取的种子'),
  size: label('Size', '规模权重', '0：绝对数量最多者；1：最专注者；其间：两者兼顾'),
  top: label('Rows shown', '显示行数', '显示的行数'),
  vintage: label('Vintage', '数据版本', '公布数据的版本；不填则用各部分共有的首选版本'),
  who: label('Who', '谁', '地点、资源或机构，给编号或全名', 'place'),
  window: label('Window', '时间窗', 'β 两端各取多少年；不填为 3 年，不足六年时更少'),
  with: label('With', '对方', '另一个地点：只看这一对', 'place'),
  years: label('Years', '年份', '首末发表年份，如 2015-2024；不填则全部年份'),
  analysis: label('Question', '问题', '检验哪个问题的答案：ranking、links、balance、convergence'),
};

/** The label of a parameter; its bare name where it has none yet, which a test notices. */
export function labelOf(analysis: string, parameter: string): Label {
  return (
    own(LABELS, `${analysis}.${parameter}`) ??
    own(LABELS, parameter) ??
    label(parameter, parameter, parameter)
  );
}

/** Of a choice, likewise. */
export function choiceLabel(parameter: string, value: string): Bilingual {
  return own(CHOICES, `${parameter}.${value}`) ?? own(CHOICES, value) ?? { en: value, zh: value };
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
