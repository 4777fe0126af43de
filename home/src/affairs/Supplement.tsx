// SPDX-License-Identifier: Apache-2.0
import { type AffairForm, type AffairPage, supplementMine } from '@lilong/contracts/affairs';
import type { Problem } from '@lilong/contracts/call';
import { localProblem, useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useFocusRefusal } from '../parts/focus-refusal.ts';
import { Refused } from '../parts/Refused.tsx';
import { Submit } from '../parts/Submit.tsx';
import { useAffairT } from '../words/affairs.tsx';
import { AskedField } from './AskedFields.tsx';
import { useBy } from './acting.ts';
import { useKeptTold } from './kept-told.ts';
import { MaterialField, withPhotos } from './MaterialFields.tsx';
import { carryAll } from './photos.ts';
import { begunWith, openFields, sentOf, type Told } from './told.ts';

interface SupplementProps {
  readonly page: AffairPage;
  readonly account: number;
}

/** 补正 in its place: everything that is missing, told once, brought at once. */
export function Supplement({ page, account }: SupplementProps): ReactNode {
  const { form, correction } = page;
  if (form === null || correction === null) return null;
  return <Asked page={page} form={form} name={`${account} ${page.ref}`} correction={correction} />;
}

interface AskedProps {
  readonly page: AffairPage;
  readonly form: AffairForm;
  /** Under which the phone keeps what was begun. */
  readonly name: string;
  readonly correction: NonNullable<AffairPage['correction']>;
}
function Asked({ page, form, name, correction }: AskedProps): ReactNode {
  const t = useAffairT();
  const say = useMoment();
  const { mandate } = useBy();
  const kept = useKeptTold(mandate === undefined ? name : `${mandate} ${name}`, () =>
    begunWith(form, page),
  );
  const { told, change } = kept;
  const bringing = useBringing(page, form, kept.forget);
  useFocusRefusal(bringing.refusal);
  if (told === undefined) return <div className="card bone" />;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const carried = told && (await bringing.bring(told));
    if (carried !== undefined) change(() => carried);
  }
  const asked = form.materials.filter(({ key }) =>
    correction.missing.some((one) => one.key === key),
  );
  const { refusal, pending } = bringing;
  return (
    <form className="card asked" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('mine.asked')}</h2>
      <p>
        <b className="tone soon">{t('mine.supplement-until', { when: say(correction.until) })}</b>
      </p>
      {correction.words !== null && <blockquote>{correction.words}</blockquote>}
      {asked.map((material) => (
        <MaterialField
          key={material.key}
          material={{ ...material, need: 'required' }}
          photos={told.photos[material.key] ?? []}
          refusal={refusal}
          onChange={(alter) => change((before) => withPhotos(before, material.key, alter))}
        />
      ))}
      {openFields(form, told).map((field) => (
        <AskedField
          key={field.key}
          field={field}
          typed={told.fields[field.key]}
          refusal={refusal}
          onType={(value) =>
            change((before) => ({ ...before, fields: { ...before.fields, [field.key]: value } }))
          }
        />
      ))}
      <Refused refusal={refusal} except={shownIn(form)} />
      <Submit pending={pending}>{t('mine.bring')}</Submit>
    </form>
  );
}

const shownIn = ({ fields, materials }: AffairForm): string[] => [
  ...fields.map(({ key }) => `fields.${key}`),
  ...materials.map(({ key }) => `materials.${key}`),
];

interface Bringing {
  readonly pending: boolean;
  readonly refusal: Problem | undefined;
  /** What is on the phone still, with the numbers of pictures that have arrived; undefined once it is handed in. */
  readonly bring: (told: Told) => Promise<Told | undefined>;
}

function useBringing(page: AffairPage, form: AffairForm, onBrought: () => void): Bringing {
  const by = useBy();
  const [lacks, setLacks] = useState<Problem>();
  const send = useWrite(supplementMine, { refreshes: ['my'] });
  async function bring(told: Told): Promise<Told | undefined> {
    const missing = page.correction?.missing.find(
      ({ key }) => (told.photos[key] ?? []).length === 0,
    );
    const lack =
      missing &&
      localProblem('affairs.material', 400, `materials.${missing.key}`, { name: missing.name });
    setLacks(lack);
    if (lack !== undefined) return told;
    const carried = await carryAll(told);
    setLacks(carried.problem);
    if (carried.problem !== undefined) return carried.told;
    const { fields } = sentOf(form, carried.told);
    const materials = (page.correction?.missing ?? []).map(({ key }) => ({
      ...{ key, how: 'file' as const },
      files: (carried.told.photos[key] ?? []).flatMap(({ no }) => no ?? []),
    }));
    const { ref, version } = page;
    const done = await send.send({ ref, version, fields, materials, ...by });
    if (done === undefined) return carried.told;
    onBrought();
    return undefined;
  }
  return { pending: send.pending, refusal: lacks ?? send.refusal, bring };
}
