// SPDX-License-Identifier: Apache-2.0
import type { MyReport } from '@lilong/contracts/cases';
import type { ReactNode } from 'react';
import { Progress } from '../parts/Progress.tsx';
import { Link } from '../shell/nav.tsx';
import { Standing } from './promise.tsx';
import './cases.css';

/** One of my matters in a list. */
export function CaseCard({ report }: { report: MyReport }): ReactNode {
  return (
    <Link className="card case" to={`/my/${report.ref}`}>
      <b className="title">{report.title}</b>
      <p>
        <Standing report={report} />
      </p>
      <Progress step={report.step} state={report.state} />
    </Link>
  );
}
