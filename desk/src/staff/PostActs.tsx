// SPDX-License-Identifier: Apache-2.0
import { decidePost, endPost, type StaffLine } from '@lilong/contracts/identity';
import { useWrite } from '@lilong/ui/client.ts';
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { LendOf } from './LendOf.tsx';

type Post = StaffLine['posts'][number];
interface PostProps {
  readonly post: Post;
}
const fresh = { refreshes: ['staff'] };

/** What whoever looks may do to a post, as the server says. One's own proposals are decided by others. */
export function PostActs({ post }: PostProps): ReactNode {
  const t = useT();
  const [open, setOpen] = useState<'end' | 'lend'>();
  const { decide, end, lend } = post.can;
  if (decide) return <Decide post={post} />;
  if (open === 'end') return <End post={post} onCancel={() => setOpen(undefined)} />;
  if (open === 'lend') return <LendOf post={post.no} onDone={() => setOpen(undefined)} />;
  if (!end && !lend) return null;
  return (
    <div className="post-buttons">
      {lend && <Button onClick={() => setOpen('lend')}>{t('staff.lend')}</Button>}
      {end && (
        <Button onClick={() => setOpen('end')}>
          {t(post.status === 'proposed' ? 'staff.withdraw' : 'staff.end')}
        </Button>
      )}
    </div>
  );
}

function Decide({ post }: PostProps): ReactNode {
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
        <Button type="primary" loading={write.pending} onClick={() => decide(true)}>
          {t('staff.approve')}
        </Button>
        <Button disabled={write.pending} onClick={() => decide(false)}>
          {t('staff.refuse')}
        </Button>
      </div>
    </div>
  );
}

interface EndProps extends PostProps {
  readonly onCancel: () => void;
}

function End({ post, onCancel }: EndProps): ReactNode {
  const t = useT();
  const write = useWrite(endPost, fresh);
  const [reason, setReason] = useState('');
  const waits = post.status === 'proposed';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void write.send({ post: post.no, reason });
  };
  return (
    <form className="post-acts" noValidate onSubmit={submit}>
      <Refused problem={restOf(write.refusal, 'reason')} />
      <TextField
        label={t(waits ? 'staff.withdraw-reason' : 'staff.end-reason')}
        problem={blames(write.refusal, 'reason')}
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
      <div className="bar-buttons">
        <Button danger htmlType="submit" loading={write.pending}>
          {t(waits ? 'staff.withdraw-now' : 'staff.end-now')}
        </Button>
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
      </div>
    </form>
  );
}
