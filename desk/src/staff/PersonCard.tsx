// SPDX-License-Identifier: Apache-2.0
import { resetPassword, type StaffLine } from '@lilong/contracts/identity';
import { useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';
import { GivePost } from './GivePost.tsx';
import { PostActs } from './PostActs.tsx';

type Post = StaffLine['posts'][number];
interface PersonCardProps {
  readonly person: StaffLine;
}

/** One person: login, posts, and what the administrator may do. */
export function PersonCard({ person }: PersonCardProps): ReactNode {
  const t = useT();
  const { post, account } = useHolder();
  const [giving, setGiving] = useState(false);
  const mayGive = post.role === 'system_admin' && !person.ended && person.account !== account;
  return (
    <li className="sheet-card person">
      <p className="person-head">
        <b>{person.name}</b>
        <span className="person-login">{person.login}</span>
        {person.locked && <span className="tag tag-soon">{t('staff.locked')}</span>}
        {person.ended && <span className="tag">{t('staff.ended')}</span>}
      </p>
      <ul className="person-posts">
        {person.posts.map((one) => (
          <OnePost key={one.no} post={one} />
        ))}
      </ul>
      {!giving && (mayGive || person.mayReset) && (
        <div className="bar-buttons">
          {mayGive && <Button onClick={() => setGiving(true)}>{t('staff.give')}</Button>}
          {person.mayReset && <ResetPassword person={person} />}
        </div>
      )}
      {giving && <GivePost person={person} onDone={() => setGiving(false)} />}
    </li>
  );
}

function OnePost({ post }: { readonly post: Post }): ReactNode {
  const t = useT();
  const say = useMoment();
  return (
    <li className={`person-post person-${post.status}`}>
      <span>
        <b>{t(`role.${post.role}`)}</b> {post.organisationName}
        <small>
          {post.placeNames.join(t('list.join'))} ·{' '}
          {t('staff.from', { day: say(justAfter(post.validFrom), 'day') })}
          {post.validTo !== null && t('staff.to', { day: say(post.validTo, 'day') })}
          {post.lentBy !== null && ` · ${t('posts.lent-by', { name: post.lentBy })}`}
        </small>
      </span>
      <span className={`tag ${toneOf(post.status)}`}>{t(`staff.status.${post.status}`)}</span>
      <PostActs post={post} />
    </li>
  );
}

function toneOf(status: Post['status']): string {
  if (status === 'approved') return 'tag-done';
  return status === 'proposed' || status === 'to_come' ? 'tag-soon' : '';
}

/** A new one-time password, shown once. */
function ResetPassword({ person }: PersonCardProps): ReactNode {
  const t = useT();
  const write = useWrite(resetPassword);
  const [sure, setSure] = useState(false);
  if (write.reply !== undefined) {
    return (
      <p className="once" role="status">
        {t('staff.new-password')} <code>{write.reply.password}</code>{' '}
        <small>{t('staff.once')}</small>
      </p>
    );
  }
  if (!sure) {
    return <Button onClick={() => setSure(true)}>{t('staff.reset')}</Button>;
  }
  return (
    <fieldset className="person-sure" aria-label={t('staff.reset')}>
      <p>{t('staff.reset-sure', { name: person.name })}</p>
      <Refused problem={write.refusal} />
      <div className="bar-buttons">
        <Button
          type="primary"
          loading={write.pending}
          onClick={() => void write.send({ account: person.account })}
        >
          {t('staff.reset')}
        </Button>
        <Button onClick={() => setSure(false)}>{t('form.cancel')}</Button>
      </div>
    </fieldset>
  );
}

/** A day that begins at midnight is that day; a moment at midnight is said as the end of the day before. */
const justAfter = (moment: string): string => new Date(Date.parse(moment) + 1000).toISOString();
