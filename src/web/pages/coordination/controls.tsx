import { inBrackets } from '../../../figures/format-text.ts';
import { nameIn } from '../../../base/index.ts';
import type { Coordination } from '../../../analyses/coordination/question.ts';
import { useDefinitions, useObservatory } from '../../frame/observatory.ts';
import { Choice } from '../../parts/choice.tsx';
import { RegionChoice } from '../../parts/region/region-choice.tsx';
import { ownNameOf } from '../../parts/region/region-query.ts';
import { select } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { type CoordinationQuery, MOST_PEERS, NO_PEERS, SPAN, WINDOW } from './query.ts';
import { words } from './words.ts';

const WINDOWS = [1, 3, 5];
const SPANS = [1, 2, 3, 4, 5];

interface ControlsProps {
  readonly asked: CoordinationQuery;
  /** The last answer, for names. */
  readonly answer: Coordination | null;
}

/** Region, peers, years taken together, the policy's year. */
export function CoordinationControls({ asked, answer }: ControlsProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const { years } = useObservatory();
  const { of, window, policy, span } = asked;
  const defined = useDefinitions().find(({ id }) => id === of.place)?.policyYear ?? null;
  const name = answer === null || answer.place.id !== of.place ? null : nameIn(answer.place, lang);
  return (
    <section class="controls page-controls" aria-label={text.asked}>
      <div class="row">
        <RegionChoice asked={of} name={name} />
        <Choice
          label={text.window}
          value={window}
          options={WINDOWS.map((n) => ({ value: String(n), label: text.windows(n) }))}
          onPick={(value) => select({ window: value === WINDOW ? null : value })}
        />
        <Choice
          label={text.policy}
          value={policy ?? ''}
          options={[
            { value: '', label: defined === null ? '–' : `${defined}${inBrackets(text.ofDefinition, lang)}` },
            ...years.map((year) => ({ value: String(year), label: String(year) })),
          ]}
          onPick={(value) => select({ policy: value === '' ? null : value })}
        />
        <Choice
          label={text.span}
          value={span}
          options={SPANS.map((n) => ({ value: String(n), label: String(n) }))}
          onPick={(value) => select({ span: value === SPAN ? null : value })}
        />
      </div>
      <Peers asked={asked} answer={answer} />
    </section>
  );
}

/** The regions beside it: each can be left out, others added. */
function Peers({ asked: { of, peers }, answer }: ControlsProps) {
  const { lang, regions } = useSelection();
  const text = words[lang];
  const definitions = useDefinitions();
  const choose = (ids: readonly string[]): void =>
    select({ peers: ids.length === 0 ? NO_PEERS : ids.join(',') });
  const all = [
    ...definitions.map((one) => ({ value: one.id, label: nameIn(one, lang) })),
    ...regions.map((one) => ({ value: ownNameOf(one), label: ownNameOf(one) })),
  ];
  const nameOfPeer = (id: string): string => {
    const answered = answer?.peers.find((peer) => peer.id === id);
    return all.find(({ value }) => value === id)?.label ?? (answered ? nameIn(answered, lang) : id);
  };
  const free = all.filter(({ value }) => value !== of.place && !peers.includes(value));
  return (
    <div class="row peers">
      <span class="peers-label" id="peers-label">
        {text.beside}
      </span>
      <ul aria-labelledby="peers-label">
        {peers.map((id) => (
          <li key={id}>
            <button
              type="button"
              aria-label={text.remove(nameOfPeer(id))}
              onClick={() => choose(peers.filter((one) => one !== id))}
            >
              {nameOfPeer(id)} <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
        {peers.length === 0 ? <li>{text.noPeers}</li> : null}
      </ul>
      {peers.length < MOST_PEERS ? (
        <Choice
          label={text.add}
          value=""
          options={[{ value: '', label: text.addHint }, ...free]}
          onPick={(value) => (value === '' ? undefined : choose([...peers, value]))}
        />
      ) : null}
    </div>
  );
}
