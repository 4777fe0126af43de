// SPDX-License-Identifier: Apache-2.0
import type { CasePage } from '@lilong/contracts/case-shapes';
import { saveHotlineReply } from '@lilong/contracts/case-work';
import {
  answerMeans,
  blankHotline,
  type HotlineReply,
  hotlineResults,
  satisfactions,
} from '@lilong/contracts/hotline';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import { Area, Choice, type PartProps, Text, Tick, When } from './HotlineFields.tsx';

/** 12345's own reply form, for cases that came from there. */
export function Hotline({ page }: { readonly page: CasePage }): ReactNode {
  const t = useT();
  const write = useWrite(saveHotlineReply, { refreshes: ['cases'] });
  const [reply, setReply] = useState<HotlineReply>(page.hotline ?? blankHotline);
  if (page.line.channel !== 'hotline_12345') return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void write.send({ ref: page.line.ref, reply });
  };
  const asked: PartProps = {
    reply,
    problem: write.refusal,
    onChange: (part) => setReply({ ...reply, ...part }),
  };
  return (
    <details className="part hotline">
      <summary>
        <h3>{t('hotline.title')}</h3>
      </summary>
      <form className="form" onSubmit={submit}>
        <Contacted {...asked} />
        <Found {...asked} />
        <Responsible {...asked} />
        <Answered {...asked} />
        <CalledBack {...asked} />
        <Refused problem={restOf(write.refusal, ...Object.keys(blankHotline))} />
        <p>
          <Button htmlType="submit" loading={write.pending}>
            {t('hotline.save')}
          </Button>{' '}
          {write.reply !== undefined && <span role="status">{t('hotline.saved')}</span>}
        </p>
      </form>
    </details>
  );
}

/** 先行联系: when and with whom, or why not. */
function Contacted(asked: PartProps): ReactNode {
  return (
    <>
      <Tick name="contactedFirst" words="hotline.contacted" {...asked} />
      {asked.reply.contactedFirst ? (
        <>
          <When name="contactedAt" words="hotline.contacted-at" {...asked} />
          <Text name="contactPerson" words="hotline.contact-person" {...asked} />
        </>
      ) : (
        <Text name="notContactedReason" words="hotline.not-contacted-reason" {...asked} />
      )}
    </>
  );
}

/** What was found, and what came of it. Illegal buildings and crowded lets are asked about by 12345 itself. */
function Found(asked: PartProps): ReactNode {
  return (
    <>
      <Text name="factFound" words="hotline.fact" {...asked} />
      <Text name="demandFound" words="hotline.demand" {...asked} />
      <Tick name="sawOnSite" words="hotline.on-site" {...asked} />
      <Choice name="result" words="hotline.result" options={hotlineResults} {...asked} />
      <Text name="illegalBuildingKind" words="hotline.illegal-kind" {...asked} />
      <Area name="illegalBuildingM2" words="hotline.illegal-m2" {...asked} />
      <Text name="crowdedLetKind" words="hotline.crowded-kind" {...asked} />
    </>
  );
}

function Responsible(asked: PartProps): ReactNode {
  return (
    <>
      <Text name="department" words="hotline.department" {...asked} />
      <Text name="responsible" words="hotline.responsible" {...asked} />
      <Text name="leaderInCharge" words="hotline.leader" {...asked} />
      <Text name="dutyJudged" words="hotline.duty" {...asked} />
    </>
  );
}

function Answered(asked: PartProps): ReactNode {
  return (
    <>
      <Choice name="answerMeans" words="hotline.means" options={answerMeans} {...asked} />
      <When name="answeredAt" words="hotline.answered-at" {...asked} />
      <Text name="answerWords" words="hotline.answer" {...asked} />
      <Tick name="mayPublish" words="hotline.publish" {...asked} />
    </>
  );
}

/** 回访: what the citizen said of it. */
function CalledBack(asked: PartProps): ReactNode {
  return (
    <>
      <Choice name="satisfaction" words="hotline.satisfaction" options={satisfactions} {...asked} />
      <Text name="citizenWords" words="hotline.citizen" {...asked} />
      {asked.reply.satisfaction === 'unsatisfied' && (
        <Text name="unsatisfiedReason" words="hotline.unsatisfied" {...asked} />
      )}
    </>
  );
}
