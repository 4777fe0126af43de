// SPDX-License-Identifier: Apache-2.0
import { listColleagues } from '@lilong/contracts/identity';
import { listOrganisations } from '@lilong/contracts/places';
import { useRead } from '@lilong/ui/client.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { Cards } from '../parts/Cards.tsx';
import { blames } from '../parts/Field.tsx';
import { PickField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { useInForce } from './catalogue.ts';
import type { FieldsProps } from './MoveFields.tsx';

const slow = { staleTime: 600_000 };

/** Who is to handle it: any organisation that acts at this place and has somebody to accept; the proposed ones come first. */
export function OrganisationField({ page, draft, problem, onChange }: FieldsProps): ReactNode {
  const t = useT();
  const found = useRead(listOrganisations, { place: page.line.place }, slow);
  const proposed = page.proposals
    .filter(({ accepts }) => accepts)
    .map(({ organisation, name }) => ({
      value: organisation,
      label: name,
      group: t('organisation.proposed'),
    }));
  const others = found.data?.organisations
    .filter(
      ({ no, kind, accepts }) =>
        accepts && kind !== 'emergency' && !proposed.some(({ value }) => value === no),
    )
    .map(({ no, name }) => ({ value: no, label: name, group: t('organisation.others') }));
  return (
    <PickField
      label={t('need.organisation')}
      problem={blames(problem, 'organisation')}
      value={draft.organisation}
      options={
        others === undefined && proposed.length === 0 ? undefined : [...proposed, ...(others ?? [])]
      }
      placeholder={t('organisation.choose')}
      onChange={(organisation) => onChange({ organisation })}
    />
  );
}

/** Whom of one's own people it is given to; a crew without accounts gets a printed order instead. */
export function CrewField({ draft, problem, onChange }: FieldsProps): ReactNode {
  const t = useT();
  const { data } = useRead(listColleagues, {}, slow);
  const people = data?.people.filter(({ role }) => role === 'crew') ?? [];
  return (
    <PickField
      label={t('crew.label')}
      hint={data !== undefined && people.length === 0 ? t('crew.none') : undefined}
      need="may"
      problem={blames(problem, 'crew')}
      value={draft.crew}
      options={people.map(({ account, name }) => ({ value: account, label: name }))}
      placeholder={t('crew.choose')}
      onChange={(crew) => onChange({ crew })}
    />
  );
}

interface CodeFieldProps extends Omit<FieldsProps, 'page'> {
  readonly kind: 'decline_reason' | 'return_ground';
  readonly name: 'reasonCode' | 'ground';
}

/** A reason or a legal ground of the catalogue in force. */
export function CodeField({ kind, name, draft, problem, onChange }: CodeFieldProps): ReactNode {
  const t = useT();
  const english = useLanguage() === 'en';
  const rows = useInForce(kind) ?? [];
  return (
    <Cards
      legend={t(name === 'ground' ? 'need.ground' : 'need.reason_code')}
      name={name}
      value={draft[name]}
      problem={blames(problem, name)}
      options={rows.map((row) => ({
        value: row.key,
        title: (english ? row.nameEn : null) ?? row.name,
        note: name === 'ground' ? row.source : '',
      }))}
      onChange={(code) => onChange({ [name]: code })}
    />
  );
}
