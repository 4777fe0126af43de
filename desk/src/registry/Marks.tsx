// SPDX-License-Identifier: Apache-2.0
import type { LabelMark } from '@lilong/contracts/registry';
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { useName } from './said.ts';

/** Labels of somebody in a list; one whose day has come says so in a word and by its shape. */
export function Marks({ labels }: { readonly labels: readonly LabelMark[] }): ReactNode {
  const t = useT();
  const name = useName();
  if (labels.length === 0) return null;
  return (
    <span className="marks">
      {labels.map((label) => (
        <span key={label.code} className={`tag ${label.due ? 'tag-late' : 'tag-label'}`}>
          {label.due && <Icon name="clock" size={14} />}
          {name(label)}
          {label.due && <b>{t('people.due')}</b>}
        </span>
      ))}
    </span>
  );
}
