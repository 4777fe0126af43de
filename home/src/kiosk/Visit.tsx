// SPDX-License-Identifier: Apache-2.0
import type { CheckedIn } from '@lilong/contracts/booking';
import type { Problem } from '@lilong/contracts/call';
import type { CentreCard, Priority } from '@lilong/contracts/counters';
import { asRefused } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { BookedStep } from './BookedStep.tsx';
import { CodeStep } from './CodeStep.tsx';
import { First } from './First.tsx';
import { freeLetter, giveProvisional, type Machine, type Provisional } from './machine.ts';
import { NumberStep } from './NumberStep.tsx';
import { Provided } from './Provided.tsx';
import { TakenStep } from './TakenStep.tsx';
import { Taking } from './Taking.tsx';
import { type Taken, takeOnce } from './taking.ts';
import { WhatFor } from './WhatFor.tsx';

/** What stands for a number that was typed or a code that was shown; that itself is gone by then. */
export interface Holder {
  readonly by: 'number' | 'code';
  readonly holder: string;
  readonly elderly: boolean;
}
interface Wanted {
  readonly services: readonly string[];
  readonly holder: Holder | undefined;
}
type Step =
  | { readonly at: 'what' | 'number' | 'code' | 'booked' | 'first' }
  | { readonly at: 'taking'; readonly again: boolean }
  | { readonly at: 'taken'; readonly taken: Taken; readonly came?: CheckedIn }
  | { readonly at: 'provided'; readonly slip: Provisional };

interface VisitProps {
  readonly hall: CentreCard;
  readonly away: boolean;
  readonly machine: Machine;
  /** There is something now that must be wiped. */
  readonly onBegin: () => void;
  /** While a number is taken nobody is asked whether they are here. */
  readonly onBusy: (busy: boolean) => void;
  readonly onEnd: () => void;
}

/** One person at the machine. All that is known of them is in here, and goes with it; no step has an address. */
export function Visit(props: VisitProps): ReactNode {
  const { hall, away, machine, onBegin, onEnd } = props;
  const [wanted, setWanted] = useState<Wanted>({ services: [], holder: undefined });
  const { step, go, refusal, take } = useSteps(props, wanted);
  function choose(part: Partial<Wanted>): void {
    onBegin();
    setWanted({ ...wanted, ...part });
  }
  const toWhat = (): void => go({ at: 'what' });
  switch (step.at) {
    case 'what':
      return (
        <WhatFor
          {...{ hall, away, refusal }}
          chosen={wanted.services}
          holder={wanted.holder}
          onChange={(services) => choose({ services })}
          onSay={(at) => {
            onBegin();
            go({ at });
          }}
          onHolder={(holder) => choose({ holder })}
          onNext={() => (wanted.holder?.elderly === true ? take('elderly') : go({ at: 'first' }))}
        />
      );
    case 'number':
    case 'code':
    case 'booked':
      return (
        <Saying
          how={step.at}
          centre={hall.centre}
          onShown={(holder) => {
            choose({ holder });
            toWhat();
          }}
          onCame={(came) => go({ at: 'taken', taken: came, came })}
          onBack={toWhat}
        />
      );
    case 'first':
      return <First onTake={take} onBack={toWhat} />;
    case 'taking':
      return <Taking again={step.again} />;
    case 'taken':
      return <TakenStep {...{ ...step, machine, onEnd }} shown={wanted.holder?.by} />;
    case 'provided':
      return <Provided {...{ hall, machine, onEnd }} slip={step.slip} />;
  }
}

interface SayingProps {
  readonly how: 'number' | 'code' | 'booked';
  readonly centre: number;
  readonly onShown: (holder: Holder) => void;
  readonly onCame: (came: CheckedIn) => void;
  readonly onBack: () => void;
}
/** Who they are, or that they have booked. */
function Saying({ how, centre, onShown, onCame, onBack }: SayingProps): ReactNode {
  if (how === 'number') return <NumberStep {...{ onShown, onBack }} />;
  if (how === 'code') return <CodeStep {...{ centre, onShown, onBack }} />;
  return <BookedStep {...{ centre, onCame, onBack }} />;
}

interface Steps {
  readonly step: Step;
  readonly go: (step: Step) => void;
  readonly refusal: Problem | undefined;
  readonly take: (priority: Priority | undefined) => void;
}

/** Where somebody is, and the one act: a number from the server, or else one of the machine's own. */
function useSteps({ hall, machine, onBusy }: VisitProps, { services, holder }: Wanted): Steps {
  const [step, setStep] = useState<Step>({ at: 'what' });
  const [refusal, setRefusal] = useState<Problem>();
  function go(to: Step): void {
    setRefusal(undefined);
    setStep(to);
  }
  async function take(priority: Priority | undefined): Promise<Step> {
    const wanted = {
      ...{ centre: hall.centre, services: [...services], by: 'kiosk' as const },
      ...(priority === undefined ? {} : { priority }),
      ...(holder === undefined ? {} : { holder: holder.holder }),
    };
    const taken = await takeOnce(wanted, () => setStep({ at: 'taking', again: true }));
    if (taken !== undefined) return { at: 'taken', taken };
    const asked = { services, priority: priority ?? null };
    const slip = giveProvisional(machine, freeLetter(hall), asked, new Date());
    return { at: 'provided', slip };
  }
  async function begin(priority: Priority | undefined): Promise<void> {
    go({ at: 'taking', again: false });
    onBusy(true);
    try {
      setStep(await take(priority));
    } catch (error) {
      setStep({ at: 'what' });
      setRefusal(asRefused(error).problem);
    }
    onBusy(false);
  }
  return { step, go, refusal, take: (priority) => void begin(priority) };
}
