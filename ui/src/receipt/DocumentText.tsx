// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { unbroken } from './words.ts';
import './receipt.css';

interface DocumentTextProps {
  readonly paragraphs: readonly string[];
  readonly office: string;
  readonly day: string;
}

/** The words of a decision, and below them who decided, and when. */
export function DocumentText({ paragraphs, office, day }: DocumentTextProps): ReactNode {
  return (
    <div className="receipt-document">
      {paragraphs.map((words) => (
        <p key={words}>{unbroken(words)}</p>
      ))}
      <p className="receipt-decided">
        <span lang="zh-CN">{office}</span>
        <span>{day}</span>
      </p>
    </div>
  );
}
