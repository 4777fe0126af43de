// SPDX-License-Identifier: Apache-2.0
import { decidePost, endPost, type StaffLine } from '@lilong/contracts/identity';
import { useWrite } from '@lilong/ui/client.ts';
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useRole } from '../shell/session.ts';
import { useT } from '../words.ts';

type Post = StaffLine['posts'][number];
const fresh = { refreshes: ['staff'] };

/** The safety administrator approves or refuses; both may end what is in force. */
export function PostActs({ post }: { readonly post: Post }): ReactNode {
  const role = useRole();
  if (post.status === 'proposed' && role === 'safety_admin') return <Decide post={post} />;
  if (post.status === 'approved' && role !== 'auditor') return <End post={post} />;
  return null;
}

function Decide({ post }: { readonly post: Post }): ReactNode {
  const t = useT();
  const write = useWrite(decidePost, fresh);
  const [reason, setReason] = useState('');
  const decide = (approve: boolean) =>
    void write.send({ post: post.no, approve, ...(reason === '' ? {} : { reason }) });
  return (
    <div className="post-acts">
      <Refused problem={write.refusal} />
      <Input
        aria-label={t('staff.decide-reason')}
        placeholder={t('staff.decide-reason')}
        maxLength={200}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="bar-buttons">
        <Button size="small" type="primary" loading={write.pending} onClick={() => decide(true)}>
          {t('staff.approve')}
        </Button>
        <Button size="small" disabled={write.pending} onClick={() => decide(false)}>
          {t('staff.refuse')}
        </Button>
      </div>
    </div>
  );
}

function End({ post }: { readonly post: Post }): ReactNode {
  const t = useT();
  const write = useWrite(endPost, fresh);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void write.send({ post: post.no, reason });
  };
  if (!open) {
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {t('staff.end')}
      </Button>
    );
  }
  return (
    <form className="post-acts" noValidate onSubmit={submit}>
      <Refused problem={restOf(write.refusal, 'reason')} />
      <TextField
        label={t('staff.end-reason')}
        problem={blames(write.refusal, 'reason')}
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
      <div className="bar-buttons">
        <Button size="small" danger htmlType="submit" loading={write.pending}>
          {t('staff.end-now')}
        </Button>
        <Button size="small" onClick={() => setOpen(false)}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  );
}
