import { type Language, nameIn } from '../../base/index.ts';
import type { Community, Network, NetworkRow } from './question.ts';

/** So many cities, communities and members are named in a sentence. */
const NAMED = 3;
const COMMUNITIES_NAMED = 6;
/** Below this adjusted Rand index with what resampled works give, there is no one division to speak of. */
const HARDLY_AGREES = 0.5;

/** What the network says in sentences: how dense, who is strong, who is in the middle, which communities. */
export function findingsOf(network: Network, language: Language = 'en'): string[] {
  const { place, whole, rows, communities } = network;
  const zh = language === 'zh';
  const of = place === null ? (zh ? '全球' : 'The world') : nameIn(place, language);
  const counts = zh
    ? `${of}：${whole.cities}个城市，${whole.links}条合作`
    : `${of}: ${whole.cities} ${whole.cities === 1 ? 'city' : 'cities'}, ${whole.links} ${whole.links === 1 ? 'link' : 'links'}`;
  if (whole.density === null || whole.links === 0) return [zh ? `${counts}。` : `${counts}.`];
  const part = `${(whole.density * 100).toFixed(0)}${zh ? '%' : ' %'}`;
  const strong = names(rows, language);
  const middle = names(
    rows.filter(({ betweenness }) => (betweenness ?? 0) > 0).sort((p, q) => q.betweenness! - p.betweenness!),
    language,
  );
  return [
    zh
      ? `${counts}（占可能城市对的${part}）。合作最强：${strong}。${middle === '' ? '' : `最居中（中介中心性）：${middle}。`}`
      : `${counts} (${part} of the pairs there could be). Strongest: ${strong}.${middle === '' ? '' : ` Most in the middle (betweenness): ${middle}.`}`,
    divided(network, communities, language),
  ];
}

function divided({ whole, rows }: Network, communities: readonly Community[], language: Language): string {
  const zh = language === 'zh';
  const byId = new Map(rows.map((row) => [row.place.id, row]));
  const told = communities.slice(0, COMMUNITIES_NAMED).map(({ number, size, members, stability }) => {
    const some = names(
      members.map((id) => byId.get(id)!),
      language,
    );
    const more = size > NAMED ? (zh ? '等' : ' …') : '';
    const stable =
      stability === null
        ? ''
        : zh
          ? `，稳定性${stability.toFixed(2)}`
          : `, stability ${stability.toFixed(2)}`;
    return zh
      ? `${number}）${some}${more}（${size}个城市${stable}）`
      : `${number}) ${some}${more} (${size}${stable})`;
  });
  const others = communities.length - told.length;
  const modularity = whole.modularity!.toFixed(2);
  const agreement = whole.agreement === null ? null : whole.agreement.toFixed(2);
  const loose = whole.agreement !== null && whole.agreement < HARDLY_AGREES;
  return zh
    ? `${communities.length}个社群，模块度${modularity}${agreement === null ? '' : `，与重抽样成果所得划分的调整兰德指数平均${agreement}`}：${told.join('；')}${others > 0 ? `；另有${others}个` : ''}。${loose ? '重抽样后这些社群不能很好地复现：该网络没有确定的划分，不宜作为发现引用。' : ''}`
    : `${communities.length} ${communities.length === 1 ? 'community' : 'communities'}, modularity ${modularity}${agreement === null ? '' : `, adjusted Rand index ${agreement} with those of resampled works`}: ${told.join('; ')}${others > 0 ? `; and ${others} more` : ''}.${loose ? ' They do not come back well when works are resampled: the network has no firm division, and these are no findings.' : ''}`;
}

function names(rows: readonly NetworkRow[], language: Language): string {
  return rows
    .slice(0, NAMED)
    .map(({ place }) => nameIn(place, language))
    .join(language === 'zh' ? '、' : ', ');
}
