// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { PostList } from './ChoosePost.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { SignOutButton } from './SignOut.tsx';
import { useHolder } from './session.ts';

/** My posts, my account, the language, and the way out. */
export function AccountMenu({ onDone }: { readonly onDone: () => void }): ReactNode {
  const t = useT();
  const me = useHolder();
  return (
    <div className="account-menu">
      <p className="account-name">{me.name}</p>
      <p className="account-part">{t('account.acting')}</p>
      <PostList me={me} onDone={onDone} />
      <Link to="/account" className="menu-line" onClick={onDone}>
        <Icon name="key" size={20} />
        {t('account.title')}
      </Link>
      <Link to="/about" className="menu-line" onClick={onDone}>
        <Icon name="info" size={20} />
        {t('about.title')}
      </Link>
      <div className="account-foot">
        <SignOutButton />
        <LanguageSwitch />
      </div>
    </div>
  );
}
