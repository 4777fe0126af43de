// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { useParams, useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useT } from '../words.ts';
import { CasePanel } from './CasePanel.tsx';

/** One case on a page of its own: what a phone shows, and where a link leads. */
export function CasePage(): ReactNode {
  const t = useT();
  const { ref } = useParams({ from: '/cases/$ref' });
  const [moved, setMoved] = useState(false);
  const { history, navigate } = useRouter();
  const back = () => (history.canGoBack() ? history.back() : void navigate({ to: '/' }));
  return (
    <div className="case-page">
      <h1 className="unseen">{ref}</h1>
      <button type="button" className="back" onClick={back}>
        <Icon name="back" size={20} />
        {t('case.back')}
      </button>
      <CasePanel
        key={ref}
        refNo={ref}
        line={undefined}
        onMoved={() => setMoved(true)}
        onGone={moved ? back : undefined}
      />
    </div>
  );
}
