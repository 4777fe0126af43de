// SPDX-License-Identifier: Apache-2.0
import {
  documentKinds,
  type HomeCard,
  lookUpNumber,
  moveIn,
  staysAs,
} from '@lilong/contracts/registry';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { Cards } from '../parts/Cards.tsx';
import { dayAfter } from '../parts/days.ts';
import { blames } from '../parts/Field.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { ActForm } from './ActForm.tsx';
import { type Relation, RelationField, type SexAsked, SexField } from './PersonFields.tsx';
import { useSayPerson } from './said.tsx';

type Found = ReplyOf<typeof lookUpNumber>;
type Document = (typeof documentKinds)[number];

interface MoveInProps {
  readonly card: HomeCard;
  readonly onDone: () => void;
}

/** Somebody moves in: the document tells who it is, and what it says is not asked again. */
export function MoveIn({ card, onDone }: MoveInProps): ReactNode {
  const t = useT();
  const [document, setDocument] = useState<Document | 'none'>('111');
  const [number, setNumber] = useState('');
  const [found, setFound] = useState<Found>();
  const look = useWrite(lookUpNumber);
  if (found !== undefined)
    return (
      <Settling
        card={card}
        found={found}
        shown={document === 'none' ? undefined : { document, number }}
        onDone={onDone}
      />
    );
  async function submit(): Promise<void> {
    if (document === 'none') return setFound({ known: null, says: null });
    setFound(await look.send({ document, number }));
  }
  return (
    <ActForm
      title={t('act.in')}
      submit={t('act.in-look')}
      pending={look.pending}
      problem={look.refusal?.field === 'number' ? undefined : look.refusal}
      onSubmit={() => void submit()}
      onCancel={onDone}
    >
      <PickField
        label={t('in.document')}
        value={document}
        options={[...documentKinds, 'none' as const].map((kind) => ({
          value: kind,
          label: t(`document.${kind}`),
        }))}
        onChange={(kind) => setDocument(kind ?? '111')}
      />
      {document !== 'none' && (
        <TextField
          label={t('in.number')}
          hint={t('in.number-why')}
          maxLength={30}
          problem={blames(look.refusal, 'number')}
          value={number}
          onChange={setNumber}
        />
      )}
    </ActForm>
  );
}

interface SettlingProps extends MoveInProps {
  readonly found: Found;
  readonly shown: { readonly document: Document; readonly number: string } | undefined;
}
interface Draft {
  readonly name: string;
  readonly sex: SexAsked | undefined;
  readonly bornOn: string;
  readonly phone: string;
  readonly as: (typeof staysAs)[number];
  readonly household: string;
  readonly relation: Relation;
  readonly from: string;
}

function Settling({ card, found, shown, onDone }: SettlingProps): ReactNode {
  const t = useT();
  const first = card.households.find(({ kind }) => kind === 'living')?.household ?? '';
  const [draft, setDraft] = useState<Draft>({
    ...{ name: '', sex: undefined, bornOn: '', phone: '', as: 'family', relation: '99' },
    household: first,
    from: dayAfter(0),
  });
  const move = useWrite(moveIn, { refreshes: ['registry'] });
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const problem = move.refusal;
  return (
    <ActForm
      title={t('act.in')}
      submit={t('act.in-do')}
      pending={move.pending}
      problem={ownField(problem?.field) ? undefined : problem}
      onSubmit={async () => {
        if ((await move.send(inputOf(card, found, shown, draft))) !== undefined) onDone();
      }}
      onCancel={onDone}
    >
      {found.known === null ? (
        <Newcomer found={found} draft={draft} problem={problem} onChange={change} />
      ) : (
        <p className="known">
          {t(found.known.livesHere ? 'in.known-here' : 'in.known', { name: found.known.name })}
        </p>
      )}
      <Keeping card={card} draft={draft} problem={problem} onChange={change} />
    </ActForm>
  );
}

interface PartProps {
  readonly draft: Draft;
  readonly problem: ReturnType<typeof useWrite<typeof moveIn>>['refusal'];
  readonly onChange: (part: Partial<Draft>) => void;
}
/** Somebody new: the name, and what no document says. */
function Newcomer({ found, draft, problem, onChange }: PartProps & { found: Found }): ReactNode {
  const t = useT();
  const say = useSayPerson();
  const { says } = found;
  return (
    <>
      <p className="known">
        {says === null
          ? t('in.new')
          : t('in.new-says', { who: say({ sex: says.sex, age: null }), day: says.bornOn })}
      </p>
      <TextField
        label={t('in.name')}
        maxLength={60}
        problem={blames(problem, 'name', 'fresh')}
        value={draft.name}
        onChange={(name) => onChange({ name })}
      />
      {says === null && (
        <>
          <SexField value={draft.sex} problem={problem} onChange={(sex) => onChange({ sex })} />
          <TextField
            label={t('in.born-on')}
            need="may"
            type="date"
            problem={blames(problem, 'bornOn')}
            value={draft.bornOn}
            onChange={(bornOn) => onChange({ bornOn })}
          />
        </>
      )}
      <TextField
        label={t('in.phone')}
        need="may"
        type="tel"
        maxLength={11}
        problem={blames(problem, 'phone')}
        value={draft.phone}
        onChange={(phone) => onChange({ phone })}
      />
    </>
  );
}

/** As what somebody lives here, with whom, since when. */
function Keeping({ card, draft, problem, onChange }: PartProps & { card: HomeCard }): ReactNode {
  const t = useT();
  const living = card.households.filter(({ kind }) => kind === 'living');
  return (
    <>
      <PickField
        label={t('in.as')}
        value={draft.as}
        options={staysAs.map((as) => ({ value: as, label: t(`stays.${as}`) }))}
        onChange={(as) => onChange({ as: as ?? 'family' })}
      />
      {living.length > 0 && (
        <Cards
          legend={t('in.household')}
          name="household"
          value={draft.household}
          problem={blames(problem, 'household')}
          options={[
            ...living.map(({ household, people }) => ({
              value: household,
              title: t('in.joins', { name: people[0]?.name ?? '' }),
            })),
            { value: '', title: t('in.own') },
          ]}
          onChange={(household) => onChange({ household })}
        />
      )}
      {draft.household !== '' && (
        <RelationField value={draft.relation} onChange={(relation) => onChange({ relation })} />
      )}
      <TextField
        label={t('in.from')}
        type="date"
        problem={blames(problem, 'from')}
        value={draft.from}
        onChange={(from) => onChange({ from })}
      />
    </>
  );
}

const ownField = (field: string | undefined): boolean =>
  field !== undefined &&
  ['name', 'fresh', 'sex', 'bornOn', 'phone', 'household', 'from'].includes(field);

/** What is sent: nothing that was not asked. */
function inputOf(
  card: HomeCard,
  { known, says }: Found,
  shown: SettlingProps['shown'],
  draft: Draft,
): InputOf<typeof moveIn> {
  const joins =
    draft.household === '' ? {} : { household: draft.household, relation: draft.relation };
  const place = { home: card.home, staysAs: draft.as, from: draft.from, ...joins };
  if (known !== null) return { ...place, person: known.person };
  return {
    ...place,
    fresh: {
      name: draft.name,
      ...(shown ?? {}),
      ...(shown === undefined || shown.document === '111' ? {} : { abroad: true }),
      ...(says === null && draft.sex !== undefined ? { sex: draft.sex } : {}),
      ...(says === null && draft.bornOn !== '' ? { bornOn: draft.bornOn } : {}),
      ...(draft.phone === '' ? {} : { phone: draft.phone }),
    },
  };
}
