// SPDX-License-Identifier: Apache-2.0
import type { RatingMove } from '@lilong/contracts/rating-flow';
import type { RatingPage } from '@lilong/contracts/ratings';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useT } from '../words.ts';
import { CallBackForm } from './CallBackForm.tsx';
import { ContactForm } from './ContactForm.tsx';
import { FinishForm } from './FinishForm.tsx';
import { HardForm } from './HardForm.tsx';

/** `miss` is part of contacting and of calling back. */
const acts = ['contact', 'finish', 'call_back', 'hard'] as const;
type Act = (typeof acts)[number];
export interface ActProps {
  readonly page: RatingPage;
  readonly onDone: () => void;
}
const forms: Record<Act, (props: ActProps) => ReactNode> = {
  contact: ContactForm,
  finish: FinishForm,
  call_back: CallBackForm,
  hard: HardForm,
};

/** What comes next stands first, and is the one in colour. */
const nextOf = ({ can, state }: RatingPage): Act | undefined =>
  acts.find((act) => can.includes(act) && !(act === 'contact' && state === 'contacted'));

export function Acts({ page }: { readonly page: RatingPage }): ReactNode {
  const t = useT();
  const [open, setOpen] = useState<Act>();
  const may = acts.filter((act) => (page.can as readonly RatingMove[]).includes(act));
  if (may.length === 0) return null;
  if (open !== undefined && may.includes(open)) {
    const Form = forms[open];
    return (
      <div className="rating-act">
        <Form page={page} onDone={() => setOpen(undefined)} />
      </div>
    );
  }
  const next = nextOf(page);
  return (
    <div className="bar-buttons rating-acts">
      {[...may]
        .sort((one, other) => Number(other === next) - Number(one === next))
        .map((act) => (
          <Button
            key={act}
            type={act === next ? 'primary' : 'default'}
            onClick={() => setOpen(act)}
          >
            {t(`ratings.act-${act}`)}
          </Button>
        ))}
    </div>
  );
}
