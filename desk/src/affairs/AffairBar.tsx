// SPDX-License-Identifier: Apache-2.0
import type { AffairPage } from '@lilong/contracts/affairs';
import type { Problem } from '@lilong/contracts/call';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import { type Act, actsOf, isGrave, wordsOf } from './acts.ts';

interface AffairBarProps {
  readonly page: AffairPage;
  readonly primary: Act | undefined;
  readonly pending: boolean;
  readonly refusal: Problem | undefined;
  readonly onPress: (act: Act) => void;
}

/** What can be done now; the first is the one thing to do next. */
export function AffairBar(props: AffairBarProps): ReactNode {
  const { page, primary, pending, refusal, onPress } = props;
  const t = useT();
  const acts = actsOf(page);
  if (acts.length === 0) return null;
  return (
    <div className="bar">
      <Refused problem={refusal} />
      <div className="bar-buttons">
        {acts.map((act) => (
          <Button
            key={act}
            type={act === primary ? 'primary' : 'default'}
            danger={isGrave(act)}
            loading={pending && act === primary}
            className={act === primary ? 'bar-primary' : ''}
            onClick={() => onPress(act)}
          >
            {t(wordsOf(act))}
            {act === primary && (
              <span className="bar-key" aria-hidden="true">
                ⏎
              </span>
            )}
          </Button>
        ))}
      </div>
    </div>
  );
}
