import { useEffect, useState } from 'preact/hooks';
import { useDefinitions } from '../../frame/observatory.ts';
import { ownNameOf } from '../../parts/region/region-query.ts';
import { select, useLocation } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { nearestDefinition } from './nearest-definition.ts';
import { Builder } from './builder.tsx';
import { Comparison } from './comparison.tsx';
import { cleanName, type OwnRegion, regionOf, textOf } from './own-region.ts';
import { RegionMap } from './region-map.tsx';
import { words } from './words.ts';
import './page.css';

/** Cities put together into a region, and what changes against the official definitions: the address holds the region. */
export default function Regions() {
  const { lang, regions, definition } = useSelection();
  const text = words[lang];
  const definitions = useDefinitions();
  const { query } = useLocation();
  const of = query.of?.at(-1);
  // The one that a link is about, else the first; the others stay in the address.
  const at = Math.max(
    0,
    regions.findIndex((text) => ownNameOf(text) === of),
  );
  const own = regionOf(regions.at(at));
  const [name, setName] = useState(own?.name ?? text.standardName);
  const [fit, setFit] = useState<readonly string[] | null>(null);
  // A name stays while no city is chosen, which an address cannot hold.
  const region: OwnRegion = own ?? { name, cities: [] };
  const set = (next: OwnRegion, replace = false): void => {
    setName(next.name);
    const others = regions.filter((_, i) => i !== at);
    select(
      {
        region:
          next.cities.length === 0
            ? others
            : [textOf({ ...next, name: cleanName(next.name).trim() || text.standardName }), ...others],
      },
      { replace },
    );
  };
  useEffect(() => {
    // Going back, or another link, brings another name; what is being typed stays.
    if (own !== null && own.name !== cleanName(name).trim()) setName(own.name);
  }, [own?.name]);
  const beside = nearestDefinition(region.cities, definitions, definition);
  useEffect(() => {
    if (fit === null && beside !== null)
      setFit([...region.cities, ...beside.members.map(({ city }) => city)]);
  }, [beside]);
  return (
    <>
      <h1>{text.heading}</h1>
      <p class="lead">{text.lead}</p>
      <div class="region-builder">
        <Builder
          region={region}
          name={name}
          set={set}
          onName={(given) => {
            setName(given);
            if (own !== null && cleanName(given).trim() !== '') set({ ...own, name: given }, true);
          }}
          onFit={setFit}
        />
        <RegionMap region={region} fit={fit} set={set} />
      </div>
      {region.cities.length === 0 ? null : <Comparison region={region} beside={beside} />}
    </>
  );
}
