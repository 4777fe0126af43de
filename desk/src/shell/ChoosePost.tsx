// SPDX-License-Identifier: Apache-2.0
import { actAs, type Me, type PostCard } from '@lilong/contracts/identity';
import { useWrite } from '@lilong/ui/client.ts';
import { Icon, Mark } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { SignOutButton } from './SignOut.tsx';
import { useSessionChange } from './session.ts';

/** A person may hold several posts, and acts as one of them at a time. */
export function ChoosePost({ me }: { readonly me: Me }): ReactNode {
  const t = useT();
  return (
    <main className="door" id="main">
      <div className="door-card">
        <Mark size={56} />
        <h1>{t('posts.greeting', { name: me.name })}</h1>
        {me.posts.length === 0 ? (
          <Empty icon="key" title={t('posts.none')} />
        ) : (
          <>
            <p className="door-lead">{t('posts.choose')}</p>
            <PostList me={me} />
          </>
        )}
        <p className="door-foot">
          <SignOutButton /> <LanguageSwitch />
        </p>
      </div>
    </main>
  );
}

interface PostListProps {
  readonly me: Me;
  readonly onDone?: () => void;
}

/** Every post of mine; pressing one acts as it from now on. */
export function PostList({ me, onDone }: PostListProps): ReactNode {
  const changed = useSessionChange();
  const write = useWrite(actAs);

  async function choose(post: number): Promise<void> {
    if ((await write.send({ post })) === undefined) return;
    onDone?.();
    await changed();
  }
  return (
    <>
      <Refused problem={write.refusal} />
      <ul className="posts">
        {me.posts.map((post) => (
          <li key={post.no}>
            <PostButton
              post={post}
              acting={post.no === me.post?.no}
              onChoose={() => void choose(post.no)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

interface PostButtonProps {
  readonly post: PostCard;
  readonly acting: boolean;
  readonly onChoose: () => void;
}

function PostButton({ post, acting, onChoose }: PostButtonProps): ReactNode {
  const t = useT();
  return (
    <button type="button" className="post" aria-current={acting} onClick={onChoose}>
      <span>
        <b>{t(`role.${post.role}`)}</b>
        <small>{post.organisationName}</small>
        {post.lentBy !== null && (
          <small className="post-lent">{t('posts.lent-by', { name: post.lentBy })}</small>
        )}
      </span>
      <Icon name={acting ? 'check' : 'next'} size={20} />
    </button>
  );
}
