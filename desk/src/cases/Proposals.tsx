// SPDX-License-Identifier: Apache-2.0
import type { CasePage } from '@lilong/contracts/case-shapes';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import type { Mover } from './asked.ts';
import { useCategoryOf } from './categories.ts';

type Proposal = CasePage['proposals'][number];
interface ProposalsProps {
  readonly page: CasePage;
  readonly mover: Mover;
}

/** 明责派单: whom the responsibility list proposes, and why. When it names nobody or several, that is said. */
export function Proposals({ page, mover }: ProposalsProps): ReactNode {
  const t = useT();
  const { can, adjudication } = page.line;
  const category = useCategoryOf()(page.line) ?? '';
  const move = can.rule === true ? 'rule' : 'dispatch';
  if (can[move] !== true) return null;
  if (page.proposals.length === 0) {
    return (
      <div className="why">
        <b>{t(adjudication ? 'proposal.rule-none' : 'proposal.none')}</b>
        <p>{t('proposal.none-why', { category })}</p>
      </div>
    );
  }
  const choose = (organisation: number) =>
    move === 'rule' || page.line.handedBack
      ? mover.press(move)
      : void mover.make('dispatch', { organisation });
  return (
    <div className="why">
      {page.proposals.filter(({ basis }) => basis === 'duty').length > 1 && (
        <p className="why-several">
          {t('proposal.several', {
            count: page.proposals.filter(({ basis }) => basis === 'duty').length,
          })}
        </p>
      )}
      {page.proposals.map((proposal) => (
        <div key={proposal.organisation} className="why-one">
          <b>
            {t('proposal.to')} <span className="why-name">{proposal.name}</span>
          </b>
          <Button
            type={page.proposals.length === 1 ? 'primary' : 'default'}
            loading={mover.pending}
            disabled={!proposal.accepts}
            onClick={() => choose(proposal.organisation)}
          >
            {t(`move.${move}`)}
          </Button>
          <Why proposal={proposal} line={page.line} />
        </div>
      ))}
    </div>
  );
}

function Why({
  proposal,
  line,
}: {
  readonly proposal: Proposal;
  readonly line: CasePage['line'];
}): ReactNode {
  const t = useT();
  const category = useCategoryOf()(line) ?? '';
  return (
    <p>
      {t(`proposal.basis.${proposal.basis}`, {
        category,
        place: line.placeName,
        source: proposal.source,
      })}
      {proposal.validFrom !== null && t('proposal.since', { day: proposal.validFrom })}
      {proposal.recentHere > 0 && t('proposal.recent', { count: proposal.recentHere })}
      {!proposal.accepts && t('proposal.nobody')}
      {proposal.assistingNames.length > 0 &&
        t('proposal.assisting', { names: proposal.assistingNames.join(t('list.join')) })}
    </p>
  );
}
