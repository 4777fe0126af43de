// SPDX-License-Identifier: Apache-2.0
import { type PersonCard, type PresenceRole, personCard } from '@lilong/contracts/registry';
import { keepApart, mergePeople } from '@lilong/contracts/registry-merging';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { blames, restOf } from '../../parts/Field.tsx';
import { Refused } from '../../parts/Refused.tsx';
import { useT } from '../../words.ts';
import { Back, CardTitle, NotYet } from '../CardFrame.tsx';
import { Choices } from '../Choices.tsx';
import { useDay } from '../said.ts';
import { onceOpened } from '../use-card.ts';
import { OneSide } from './OneSide.tsx';
import './merging.css';

/** Two records side by side, masked; reading both is written down, for both. */
export function MergePage(): ReactNode {
  const { person, other } = useParams({ from: '/registry/merge/$person/$other' });
  const first = useRead(personCard, { person: Number(person) }, onceOpened);
  const second = useRead(personCard, { person: Number(other) }, onceOpened);
  const { data: one } = first;
  const { data: two } = second;
  if (one === undefined || two === undefined) {
    const problem = (first.error ?? second.error)?.problem;
    const again = () => Promise.all([first.refetch(), second.refetch()]);
    return <NotYet problem={problem} again={again} />;
  }
  return <Two key={`${person} ${other}`} one={one} two={two} />;
}

interface TwoProps {
  readonly one: PersonCard;
  readonly two: PersonCard;
}
const hasPapers = ({ numbers }: PersonCard): boolean =>
  numbers.some(({ element }) => element === 'id');

function Two({ one, two }: TwoProps): ReactNode {
  const t = useT();
  const [swapped, setSwapped] = useState(!hasPapers(one) && hasPapers(two));
  const [said, setSaid] = useState<ReactNode>();
  const [keep, other] = swapped ? [two, one] : [one, two];
  return (
    <article className="case">
      <div className="case-body">
        <Back />
        <header className="case-head">
          <CardTitle>{t('merge.title')}</CardTitle>
        </header>
        {said === undefined ? (
          <div className="twin-sides">
            <OneSide card={keep} as={t('merge.stays')} />
            <OneSide card={other} as={t('merge.goes')} />
          </div>
        ) : (
          <div className="note note-done" role="status">
            <Icon name="check" size={18} />
            <span>{said}</span>
          </div>
        )}
      </div>
      {said === undefined && (
        <Decide
          keep={keep}
          other={other}
          swap={hasPapers(keep) === hasPapers(other) ? () => setSwapped(!swapped) : undefined}
          done={setSaid}
        />
      )}
    </article>
  );
}

interface DecideProps {
  readonly keep: PersonCard;
  readonly other: PersonCard;
  /** None where only one has a document: that one stays. */
  readonly swap: (() => void) | undefined;
  readonly done: (said: ReactNode) => void;
}
type Counts = { readonly [role in 'lives' | 'registered']?: number };

function Decide({ keep, other, swap, done }: DecideProps): ReactNode {
  const t = useT();
  const write = useWrite(mergePeople, { refreshes: ['registry'] });
  const apart = useWrite(keepApart, { refreshes: ['registry'] });
  const [counts, setCounts] = useState<Counts>({});
  const two = { person: keep.person, other: other.person };
  async function merge(): Promise<void> {
    const reply = await write.send({ ...two, ...counts });
    if (reply !== undefined) done(<Merged person={keep.person} until={reply.undoUntil} />);
  }
  const part = async () => (await apart.send(two)) !== undefined && done(t('merge.apart-done'));
  const pending = write.pending || apart.pending;
  return (
    <form
      className="dock"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) void merge();
      }}
    >
      <div className="dock-fields">
        <Refused problem={restOf(write.refusal, 'lives', 'registered') ?? apart.refusal} />
        {(['lives', 'registered'] as const).map((role) => (
          <Whose
            key={role}
            role={role}
            cards={[keep, other]}
            value={counts[role]}
            problem={blames(write.refusal, role)}
            onChange={(person) => setCounts({ ...counts, [role]: person })}
          />
        ))}
        <p className="reg-as">{t('merge.what')}</p>
      </div>
      <div className="dock-foot">
        <Button type="primary" htmlType="submit" loading={write.pending}>
          {t('merge.submit')}
        </Button>
        <Button disabled={pending} onClick={() => void part()}>
          {t('merge.apart')}
        </Button>
        {swap !== undefined && (
          <Button disabled={pending} onClick={swap}>
            {t('merge.swap')}
          </Button>
        )}
      </div>
    </form>
  );
}

interface WhoseProps {
  readonly role: Extract<PresenceRole, 'lives' | 'registered'>;
  readonly cards: readonly PersonCard[];
  readonly value: number | undefined;
  readonly problem: ReturnType<typeof blames>;
  readonly onChange: (person: number) => void;
}

/** Asked where the two are in different places; the same place is no question. */
function Whose({ role, cards, value, problem, onChange }: WhoseProps): ReactNode {
  const t = useT();
  const places = cards.map(({ person, presences }) => {
    const at = presences.find((one) => one.role === role && one.to === null);
    return { person, at, key: at?.home ?? at?.placeName };
  });
  const [one, other] = places;
  if (one?.at === undefined || other?.at === undefined || one.key === other.key) return null;
  return (
    <Choices
      long
      legend={t(`merge.${role}`)}
      name={role}
      value={value}
      options={places.map(({ person, at }) => ({
        value: person,
        title: at?.door ?? at?.placeName ?? '',
      }))}
      problem={problem}
      onChange={onChange}
    />
  );
}

function Merged({ person, until }: { readonly person: number; readonly until: string }): ReactNode {
  const t = useT();
  const say = useDay();
  return (
    <>
      {t('merge.done')} {t('merge.undo-until', { day: say(until) })}{' '}
      <Link to="/people/$person" params={{ person: String(person) }} search={(now) => now}>
        {t('merge.open')}
      </Link>
    </>
  );
}
