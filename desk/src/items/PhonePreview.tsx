// SPDX-License-Identifier: Apache-2.0
import { isNeeded } from '@lilong/contracts/affair-items';
import { Icon } from '@lilong/ui/Icons.tsx';
import { type ReactNode, useState } from 'react';
import { useNamed } from '../affairs/said.ts';
import { useLimit } from '../cases/limit.ts';
import { useT } from '../words.ts';
import { burdenOfDraft, fieldsOf, type ItemDraft } from './draft.ts';

/** What it asks of people, as figures; the rule stands in docs/domain/affairs.md. */
export function BurdenLine({ draft: { body } }: { readonly draft: ItemDraft }): ReactNode {
  const t = useT();
  const { asked, known, papers, minutes } = burdenOfDraft(body);
  return (
    <dl className="item-burden" aria-live="polite">
      {(['asked', 'known', 'papers', 'minutes'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`items.burden.${name}`)}</dt>
          <dd>{{ asked, known, papers, minutes }[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The resident's form as it would stand on a phone, by the answers chosen here. */
export function PhonePreview({ draft }: { readonly draft: ItemDraft }): ReactNode {
  const t = useT();
  const named = useNamed();
  const limit = useLimit();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const { body } = draft;
  const chosen = Object.fromEntries(
    body.questions.map(({ key, choices }) => [key, answers[key] ?? choices[0]?.key ?? '']),
  );
  return (
    <section className="item-phone" aria-label={t('items.preview')}>
      <h3>{named(draft.name, draft.nameEn || null)}</h3>
      <p className="item-phone-promise">{t('items.promise', { limit: limit(body.promised) })}</p>
      {body.questions.map(({ key, ask, askEn = null, choices }) => (
        <fieldset key={key}>
          <legend>{named(ask, askEn)}</legend>
          {choices.map((choice) => (
            <label key={choice.key}>
              <input
                type="radio"
                name={`preview-${key}`}
                checked={chosen[key] === choice.key}
                onChange={() => setAnswers({ ...answers, [key]: choice.key })}
              />
              {named(choice.says, choice.saysEn ?? null)}
            </label>
          ))}
        </fieldset>
      ))}
      <PreviewFields draft={draft} chosen={chosen} />
      <PreviewPapers draft={draft} chosen={chosen} />
      <p className="item-phone-go">{t('items.hand-in')}</p>
    </section>
  );
}

interface ChosenProps {
  readonly draft: ItemDraft;
  readonly chosen: Readonly<Record<string, string>>;
}
function PreviewFields({ draft: { body }, chosen }: ChosenProps): ReactNode {
  const t = useT();
  const named = useNamed();
  const fields = fieldsOf(body).filter(({ when }) => isNeeded(when, chosen));
  const known = fields.filter(({ element }) => element !== null);
  const asked = fields.filter(({ element }) => element === null);
  return (
    <>
      {known.length > 0 && (
        <p className="item-phone-known">
          <Icon name="check" size={16} /> {t('items.known')}
          <small>{known.map(({ title, titleEn }) => named(title, titleEn)).join(' · ')}</small>
        </p>
      )}
      {asked.map(({ key, title, titleEn, required, choices, help }) => (
        <div key={key} className="item-phone-field">
          <b>
            {named(title, titleEn)}
            {!required && <small>{t('field.may')}</small>}
          </b>
          <span>
            {choices.length === 0
              ? (help ?? ' ')
              : choices.map(({ says, saysEn }) => named(says, saysEn)).join(' / ')}
          </span>
        </div>
      ))}
    </>
  );
}

function PreviewPapers({ draft: { body }, chosen }: ChosenProps): ReactNode {
  const t = useT();
  const named = useNamed();
  const papers = body.materials.filter(
    ({ when = null, element, source }) =>
      isNeeded(when, chosen) &&
      element === undefined &&
      source !== 'registry' &&
      source !== 'certificate',
  );
  return (
    <p className="item-phone-known">
      {papers.length === 0
        ? t('items.no-papers')
        : t('items.bring', {
            papers: papers.map(({ name, nameEn = null }) => named(name, nameEn)).join(' · '),
          })}
    </p>
  );
}
