// SPDX-License-Identifier: Apache-2.0
import { languages, signOut } from '@lilong/contracts/identity';
import { useWrite } from '@lilong/ui/client.ts';
import { Icon, type IconName } from '@lilong/ui/Icons.tsx';
import { PlaceName } from '@lilong/ui/PlaceName.tsx';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { type HomePath, Link, useGo } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { type Known, useWho } from './me.ts';
import { ResidentOnly } from './ResidentOnly.tsx';
import { useSettings } from './settings.ts';

export function MePage(): ReactNode {
  return <ResidentOnly>{(known) => <Mine known={known} />}</ResidentOnly>;
}

function Mine({ known }: { known: Known }): ReactNode {
  const t = useT();
  const who = useWho();
  const me = who.state === 'resident' ? who.me : undefined;
  const { committee } = known;
  return (
    <div className="page narrow">
      <h1>{t('nav.me')}</h1>
      <section className="card me-card">
        <i className="arch on">
          <Icon name="person" size={28} />
        </i>
        <div>
          <b>{me === undefined ? t('me.offline') : me.name || t('role.resident')}</b>
          <p>
            {committee === null ? (
              t('me.no-committee')
            ) : (
              <>
                {committee.path.slice(1).join(' · ')} · <PlaceName of={committee} />
              </>
            )}
          </p>
        </div>
      </section>
      <Choices />
      <More />
      <Leaving />
    </div>
  );
}

function More(): ReactNode {
  const t = useT();
  const { elder } = useSettings(); // 长辈版 has four choices on its first page; what is not among them is here
  return (
    <nav className="rows" aria-label={t('me.more')}>
      {elder && <Row to="/nearby" icon="pin" name={t('nav.nearby')} />}
      <Row to="/show" icon="key" name={t('show.title')} />
      <Row to="/certificates" icon="document" name={t('certificates.title')} />
      <Row to="/me/data" icon="document" name={t('data.title')} />
      <Row to="/me/looks" icon="shield" name={t('data.looks')} />
      <Row to="/about" icon="info" name={t('about.title')} />
      <Row to="/feedback" icon="talk" name={t('feedback.title')} />
    </nav>
  );
}

interface RowProps {
  readonly to: HomePath;
  readonly icon: IconName;
  readonly name: string;
}
function Row({ to, icon, name }: RowProps): ReactNode {
  return (
    <Link to={to}>
      <Icon name={icon} />
      {name}
      <Icon name="next" size="1em" />
    </Link>
  );
}

function Choices(): ReactNode {
  const t = useT();
  const { language, elder, chooseLanguage, chooseElder } = useSettings();
  return (
    <section className="card choices">
      <fieldset>
        <legend>{t('me.language')}</legend>
        {languages.map((one) => (
          <label key={one} className="choice" lang={one === 'en' ? 'en' : 'zh-CN'}>
            <input
              type="radio"
              name="language"
              checked={language === one}
              onChange={() => void chooseLanguage(one)}
            />
            <span>{t(`language.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('me.size')}</legend>
        {(['no', 'yes'] as const).map((one) => (
          <label key={one} className="choice">
            <input
              type="radio"
              name="elder"
              checked={elder === (one === 'yes')}
              onChange={() => chooseElder(one === 'yes')}
            />
            <span>{t(one === 'yes' ? 'elder.on' : 'elder.off')}</span>
          </label>
        ))}
        <p className="hint">{t('me.elder-what')}</p>
      </fieldset>
    </section>
  );
}

function Leaving(): ReactNode {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const goTo = useGo();
  const leave = useWrite(signOut, { refreshes: ['me'] });
  async function go(everywhere: boolean): Promise<void> {
    const done = await leave.send({ everywhere });
    if (done !== undefined) await goTo('/');
  }
  return (
    <section className="leaving">
      <button
        type="button"
        className="button wide"
        onClick={() => void go(false)}
        disabled={leave.pending}
      >
        <Icon name="leave" size="1.2em" />
        {t('me.sign-out')}
      </button>
      <button type="button" className="link" onClick={() => setAsking(true)}>
        {t('me.sign-out-everywhere')}
      </button>
      <Refused refusal={leave.refusal} />
      {asking && (
        <Sheet title={t('me.sign-out-everywhere')} size="question" onClose={() => setAsking(false)}>
          <p>{t('me.sign-out-everywhere-why')}</p>
          <button
            type="button"
            className="button main wide"
            onClick={() => void go(true)}
            disabled={leave.pending}
          >
            {t('me.sign-out-everywhere')}
          </button>
        </Sheet>
      )}
    </section>
  );
}
