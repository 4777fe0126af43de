// SPDX-License-Identifier: Apache-2.0
import type { CertificateBody, Checked, Verdict } from '@lilong/contracts/certificate-check';
import { Icon } from '@lilong/ui/Icons.tsx';
import { dayOf } from '@lilong/ui/moment.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { type FormEvent, type ReactNode, useCallback, useEffect, useState } from 'react';
import { useT } from '../words/use.ts';
import { WithWords } from '../words/WithWords.tsx';
import { knownFor } from './known.ts';
import './certificates.css';

interface Shown extends Checked {
  /** Without a network: as this browser knew it. */
  readonly isOld: boolean;
}

/** Anybody checks a certificate, with or without a network, without signing in. Its code leads here. */
export function CheckPage(): ReactNode {
  return (
    <WithWords of="certificates">
      <Check />
    </WithWords>
  );
}

function Check(): ReactNode {
  const t = useT();
  const { shown, checking, check } = useCheck();
  return (
    <div className="page narrow">
      <h1>{t('check.title')}</h1>
      <div role="status">
        {checking && <p>{t('check.running')}</p>}
        {shown !== undefined && <Result shown={shown} />}
      </div>
      <Ask onAsk={check} again={shown !== undefined} />
      <p className="hint">{t('check.offline')}</p>
    </div>
  );
}

function useCheck() {
  const [shown, setShown] = useState<Shown>();
  const [checking, setChecking] = useState(false);
  const check = useCallback(async (text: string): Promise<void> => {
    setChecking(true);
    const { checkCertificate, listOf, tokenIn } = await import(
      '@lilong/contracts/certificate-check'
    );
    const token = tokenIn(text);
    const { keys, status, isOld } = await knownFor(listOf(token));
    setShown({ ...checkCertificate(token, keys, status, dayOf(new Date())), isOld });
    setChecking(false);
  }, []);
  useEffect(() => {
    const brought = () => {
      if (location.hash.length > 1) void check(location.hash.slice(1));
    };
    brought();
    addEventListener('hashchange', brought);
    return () => removeEventListener('hashchange', brought);
  }, [check]);
  return { shown, checking, check };
}

const tones: Readonly<Partial<Record<Verdict, 'good' | 'open'>>> = {
  valid: 'good',
  unknown: 'open',
  early: 'open',
};

function Result({ shown }: { readonly shown: Shown }): ReactNode {
  const t = useT();
  const say = useMoment();
  const { verdict, body, text, statusAt, isOld } = shown;
  const tone = tones[verdict] ?? 'bad';
  return (
    <article className={`card certificate verdict ${tone}`}>
      <h2>
        <Icon name={tone === 'good' ? 'check' : 'warning'} size="1.3em" />
        {t(`check.${verdict}`)}
      </h2>
      <p>{t(`check.${verdict}-means`)}</p>
      {statusAt !== undefined && (
        <p>{t(isOld ? 'check.as-of-old' : 'check.as-of', { at: say(statusAt) })}</p>
      )}
      {body !== undefined && <Said body={body} text={text} />}
    </article>
  );
}

interface SaidProps {
  readonly body: CertificateBody;
  readonly text: string | undefined;
}
function Said({ body, text }: SaidProps): ReactNode {
  const t = useT();
  const { on, to, letter } = body;
  const lines: (readonly [string, string])[] = [
    [t('certificates.holder'), [body.holder.name, body.holder.id].filter(Boolean).join(' ')],
    ...body.says,
    letter === undefined
      ? [
          t('certificates.valid-for'),
          to === null ? t('certificates.from', { on }) : t('certificates.between', { on, to }),
        ]
      : [t('certificates.matter'), letter.matter],
    ...(letter === undefined ? [] : [[t('certificates.day'), on] as const]),
    [t('certificates.issuer'), body.issuer],
    [t('certificates.no'), body.no],
  ];
  return (
    <>
      <h3>{body.name}</h3>
      <dl>
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {letter !== undefined && text === undefined && <p>{t('check.no-text')}</p>}
      {text !== undefined && (
        <>
          <p className="hint">{t('check.compare')}</p>
          <p className="certificate-text" lang="zh-CN">
            {text}
          </p>
        </>
      )}
      {body.sample === true && <p className="certificate-sample">{t('certificates.sample')}</p>}
    </>
  );
}

/** Without a camera: the kept file, or the text that stands in the code. */
function Ask({
  onAsk,
  again,
}: {
  readonly onAsk: (text: string) => Promise<void>;
  readonly again: boolean;
}): ReactNode {
  const t = useT();
  const [text, setText] = useState('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (text.trim() !== '') void onAsk(text);
  }
  async function read(files: FileList | null): Promise<void> {
    const file = files?.[0];
    if (file !== undefined && file.size < 20_000) await onAsk(await file.text());
  }
  return (
    <form className="check-ask" onSubmit={submit}>
      {!again && <p>{t('check.lead')}</p>}
      <label className="button wide">
        <Icon name="document" size="1.2em" />
        {t('check.file')}
        <input
          type="file"
          accept=".txt,text/plain"
          className="silent"
          onChange={(event) => void read(event.target.files)}
        />
      </label>
      <label className="field">
        <span>{t('check.text')}</span>
        <textarea rows={3} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <button type="submit" className="button main wide">
        {t('check.go')}
      </button>
    </form>
  );
}
