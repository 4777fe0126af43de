// SPDX-License-Identifier: Apache-2.0
import type { Visitor } from '@lilong/contracts/counters-visit';
import { Button } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import type { Finish } from '../registry/CardFrame.tsx';
import { MandateForm } from '../registry/MandateForm.tsx';
import { useT } from '../words.ts';

/** 请人帮办: whoever stands there says aloud who may act for them; the form is the one that their committee has. */
export function LetHelp({ visitor }: { readonly visitor: Visitor }): ReactNode {
  const t = useT();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState<ReactNode>();
  const finish: Finish = (words) => {
    setOpen(false);
    setSaid(words);
    button.current?.focus();
  };
  return (
    <>
      <Button
        ref={button}
        className="counter-let-help"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('act.mandate')}
      </Button>
      {open && <MandateForm card={visitor} finish={finish} />}
      <p role="status">{said}</p>
    </>
  );
}
