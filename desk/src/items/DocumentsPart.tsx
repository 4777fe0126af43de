// SPDX-License-Identifier: Apache-2.0
import {
  type DocumentFacts,
  type DocumentKind,
  type DocumentTemplate,
  documentKinds,
  documentOf,
  documentSlots,
  lawLine,
  paragraphsOf,
} from '@lilong/contracts/item-documents';
import { DocumentText } from '@lilong/ui/receipt/DocumentText.tsx';
import { useLanguage } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNamed } from '../affairs/said.ts';
import { dayAfter } from '../parts/days.ts';
import { blames } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { PartProps } from './BasicPart.tsx';
import { Both } from './Both.tsx';
import type { ItemDraft } from './draft.ts';
import { without } from './draft.ts';

/** The letters that people get of a decision: what stands in them, and how they look. */
export function DocumentsPart(props: PartProps): ReactNode {
  const t = useT();
  const slots = Object.values(documentSlots).map((zh) => `【${zh}】`);
  return (
    <section className="sheet-card item-part" aria-label={t('items.documents')}>
      <h2>{t('items.documents')}</h2>
      <p className="field-hint">{t('items.documents-lead', { slots: slots.join(' ') })}</p>
      {documentKinds.map((kind) => (
        <details key={kind} open={props.problem?.field?.startsWith(`body.documents.${kind}.`)}>
          <summary>{t(`items.document.${kind}`)}</summary>
          <One {...props} kind={kind} />
        </details>
      ))}
    </section>
  );
}

interface OneProps extends PartProps {
  readonly kind: DocumentKind;
}
function One({ draft, problem, onBody, kind }: OneProps): ReactNode {
  const t = useT();
  const { body } = draft;
  const template = documentOf(body, kind);
  const own = body.documents?.[kind] !== undefined;
  const set = (part: Partial<DocumentTemplate>) =>
    onBody({
      documents: {
        ...body.documents,
        [kind]: { ...without({ ...template, ...part }), text: part.text ?? template.text },
      },
    });
  const text = (name: 'text' | 'textEn', need: 'must' | 'may', label: string) => (
    <TextField
      label={label}
      need={need}
      lines={6}
      maxLength={name === 'text' ? 2000 : 4000}
      value={template[name] ?? ''}
      problem={blames(problem, `body.documents.${kind}.${name}`)}
      onChange={(words) => set({ [name]: words })}
    />
  );
  return (
    <>
      <Both
        label={t('items.document-title')}
        zh={template.title}
        en={template.titleEn ?? ''}
        problem={blames(problem, `body.documents.${kind}.title`)}
        onChange={(title, titleEn) => set({ title, titleEn })}
      />
      {text('text', 'must', t('items.document-text'))}
      {text('textEn', 'may', t('items.english', { of: t('items.document-text') }))}
      <Preview draft={draft} kind={kind} template={template} />
      {own && (
        <p>
          <Button
            onClick={() => {
              const { [kind]: _, ...others } = body.documents ?? {};
              onBody({ documents: Object.keys(others).length === 0 ? undefined : others });
            }}
          >
            {t('items.document-general')}
          </Button>
        </p>
      )}
    </>
  );
}

interface PreviewProps {
  readonly draft: ItemDraft;
  readonly kind: DocumentKind;
  readonly template: DocumentTemplate;
}
/** As it would be printed, about nobody. */
function Preview({ draft, kind, template }: PreviewProps): ReactNode {
  const t = useT();
  const named = useNamed();
  const english = useLanguage() === 'en';
  const { body } = draft;
  const office = t('items.document-office', {
    of: named(body.department.name, body.department.nameEn ?? null),
  });
  const day = dayAfter(0);
  const facts: DocumentFacts = {
    ...{ applicant: t('items.document-somebody'), number: 'A310101002-1', office, day },
    item: named(draft.name, draft.nameEn || null),
    ...{ result: named(body.result.name, body.result.nameEn ?? null), law: lawLine(body.law) },
    reason: kind === 'refused' ? t('items.document-reason') : '',
    remedy: kind === 'refused' ? t('items.document-remedy') : '',
  };
  const words = english ? (template.textEn ?? template.text) : template.text;
  return (
    <figure className="item-document" aria-label={t('items.document-preview')}>
      <h3>{named(template.title, template.titleEn ?? null)}</h3>
      <DocumentText paragraphs={paragraphsOf(words, facts)} office={office} day={day} />
    </figure>
  );
}
