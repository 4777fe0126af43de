// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { standings } from '@lilong/contracts/registry';
import { type CrowdConditions, crowdRoles, tenures, uses } from '@lilong/contracts/registry-crowds';
import type { ReactNode } from 'react';
import { blames } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { Choices } from '../registry/Choices.tsx';
import { useCode, useName } from '../registry/said.ts';
import { type Key, useT } from '../words.ts';
import { Chips } from './Chips.tsx';
import type { Dictionary } from './sentence.ts';

type Change = (part: { [K in keyof CrowdConditions]?: CrowdConditions[K] | undefined }) => void;
interface ConditionsProps {
  readonly of: CrowdConditions;
  readonly dictionary: Dictionary;
  readonly problem: Problem | undefined;
  readonly onChange: (conditions: CrowdConditions) => void;
}

/** What is asked most stands open; the rest one tap below. */
export function Conditions({ of, dictionary, problem, onChange }: ConditionsProps): ReactNode {
  const t = useT();
  const change: Change = (part) => onChange(without({ ...of, ...part }));
  const parts = { of, problem, change };
  return (
    <div className="form crowd-form">
      <div className="crowd-pair">
        <NumberField field="ageFrom" label="crowds.age-from" {...parts} />
        <NumberField field="ageTo" label="crowds.age-to" {...parts} />
      </div>
      {of.role === 'lives' && (
        <Chips
          legend={t('crowds.with')}
          chosen={of.alone === true ? ['alone'] : []}
          options={[{ value: 'alone', title: t('crowds.alone') }]}
          onChange={(chosen) => change({ alone: chosen === undefined ? undefined : true })}
        />
      )}
      <div className="crowd-pair">
        <NumberField field="floorFrom" label="crowds.floor-from" {...parts} />
      </div>
      <Choices
        legend={t('crowds.lift')}
        name="lift"
        value={liftOf(of)}
        options={[
          { value: 'any', title: t('crowds.any') },
          { value: 'no', title: t('crowds.lift.no') },
          { value: 'yes', title: t('crowds.lift.yes') },
        ]}
        onChange={(lift) => change({ lift: lift === 'any' ? undefined : lift === 'yes' })}
      />
      <Labels field="labels" legend="crowds.labels" dictionary={dictionary} {...parts} />
      <Groups dictionary={dictionary} {...parts} />
      <details className="crowd-more">
        <summary>{t('crowds.more')}</summary>
        <More dictionary={dictionary} {...parts} />
      </details>
    </div>
  );
}

const liftOf = ({ lift }: CrowdConditions): 'any' | 'yes' | 'no' => {
  if (lift === undefined) return 'any';
  return lift ? 'yes' : 'no';
};

interface PartProps {
  readonly of: CrowdConditions;
  readonly problem: Problem | undefined;
  readonly change: Change;
}

function More({
  dictionary,
  ...parts
}: PartProps & { readonly dictionary: Dictionary }): ReactNode {
  const t = useT();
  const code = useCode();
  const { of, problem, change } = parts;
  return (
    <div className="form crowd-form">
      <Choices
        legend={t('crowds.role')}
        name="role"
        long
        value={of.role}
        options={crowdRoles.map((value) => ({ value, title: t(`crowds.role.${value}`) }))}
        problem={blames(problem, 'role')}
        onChange={(role) => change({ role, ...(role === 'lives' ? {} : ofNoHousehold) })}
      />
      <Choices
        legend={t('crowds.sex')}
        name="sex"
        value={of.sex ?? 'any'}
        options={[
          { value: 'any', title: t('crowds.any') },
          { value: '2', title: code('sex', '2') },
          { value: '1', title: code('sex', '1') },
        ]}
        onChange={(sex) => change({ sex: sex === '1' || sex === '2' ? sex : undefined })}
      />
      {of.role === 'lives' && (
        <div className="crowd-pair">
          <NumberField field="childUnder" label="crowds.child-under" {...parts} />
          <NumberField field="sizeFrom" label="crowds.size-from" {...parts} />
          <NumberField field="sizeTo" label="crowds.size-to" {...parts} />
        </div>
      )}
      <Labels field="without" legend="crowds.without" dictionary={dictionary} {...parts} />
      <Codes {...parts} />
    </div>
  );
}

/** Lists of codes of which several fit. */
function Codes({ of, change }: PartProps): ReactNode {
  const t = useT();
  const code = useCode();
  return (
    <>
      <Chips
        legend={t('crowds.standings')}
        chosen={of.standings ?? []}
        options={standings.map((value) => ({ value, title: code('standing', value) }))}
        onChange={(chosen) => change({ standings: chosen })}
      />
      <Chips
        legend={t('crowds.tenures')}
        chosen={of.tenures ?? []}
        options={tenures.map((value) => ({ value, title: code('tenure', value) }))}
        onChange={(chosen) => change({ tenures: chosen })}
      />
      <Chips
        legend={t('crowds.uses')}
        chosen={of.uses ?? []}
        options={uses.map((value) => ({ value, title: code('use', value) }))}
        onChange={(chosen) => change({ uses: chosen })}
      />
    </>
  );
}

const ofNoHousehold = {
  ...{ alone: undefined, childUnder: undefined, sizeFrom: undefined, sizeTo: undefined },
};

/** 楼组 of the committee; one that was dissolved since stands there to be taken out. */
function Groups({
  dictionary: { groups },
  of,
  problem,
  change,
}: PartProps & { readonly dictionary: Dictionary }): ReactNode {
  const t = useT();
  const gone = (of.groups ?? []).filter((ref) => !groups.some(({ group }) => group === ref));
  if (groups.length + gone.length === 0) return null;
  return (
    <Chips
      legend={t('crowds.groups')}
      chosen={of.groups ?? []}
      options={[
        ...groups.map(({ group, name }) => ({ value: group, title: name })),
        ...gone.map((group) => ({ value: group, title: t('crowds.group-gone') })),
      ]}
      problem={blames(problem, 'groups')}
      onChange={(chosen) => change({ groups: chosen })}
    />
  );
}

interface LabelsProps extends PartProps {
  readonly field: 'labels' | 'without';
  readonly legend: Key;
  readonly dictionary: Dictionary;
}
function Labels({ field, legend, dictionary, of, problem, change }: LabelsProps): ReactNode {
  const t = useT();
  const name = useName();
  return (
    <Chips
      legend={t(legend)}
      chosen={of[field] ?? []}
      options={dictionary.labels.map((label) => ({ value: label.key, title: name(label) }))}
      problem={field === 'labels' ? blames(problem, 'labels') : undefined}
      onChange={(chosen) => change({ [field]: chosen })}
    />
  );
}

type NumberKey = 'ageFrom' | 'ageTo' | 'floorFrom' | 'childUnder' | 'sizeFrom' | 'sizeTo';
const mostOf: Readonly<Record<NumberKey, number>> = {
  ...{ ageFrom: 120, ageTo: 120, floorFrom: 200, childUnder: 18, sizeFrom: 50, sizeTo: 50 },
};
interface NumberFieldProps extends PartProps {
  readonly field: NumberKey;
  readonly label: Key;
}
function NumberField({ field, label, of, problem, change }: NumberFieldProps): ReactNode {
  const t = useT();
  const typed = of[field];
  return (
    <TextField
      label={t(label)}
      need="may"
      type="number"
      problem={blames(problem, field)}
      value={typed === undefined ? '' : String(typed)}
      onChange={(text) => change({ [field]: numberIn(text, mostOf[field]) })}
    />
  );
}

const numberIn = (text: string, most: number): number | undefined =>
  /^\d+$/.test(text) ? Math.max(1, Math.min(most, Number(text))) : undefined;

/** What is not asked is left out. */
const without = (of: Record<string, unknown>): CrowdConditions =>
  Object.fromEntries(Object.entries(of).filter(([, one]) => one !== undefined)) as CrowdConditions;
