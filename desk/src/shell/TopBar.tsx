// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { Menu } from '../parts/Menu.tsx';
import { useT } from '../words.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { FindBox } from './FindBox.tsx';
import { useHolder } from './session.ts';

/** Where I work, what I look for, who I am. */
export function TopBar(): ReactNode {
  const t = useT();
  const { post, name, demo } = useHolder();
  return (
    <header className="top">
      <Place />
      {demo && <span className="demo-mark">{t('demo.mark')}</span>}
      <FindBox />
      <Menu
        className="who"
        label={t('account.menu')}
        face={
          <>
            <span className="who-words">
              <b>{name}</b>
              <small>{t(`role.${post.role}`)}</small>
            </span>
            <Icon name="person" size={22} />
          </>
        }
      >
        {(close) => <AccountMenu onDone={close} />}
      </Menu>
    </header>
  );
}

/** 上海市 / 黄浦区 / **南京东路街道**: the place of the post, with all above it. */
function Place(): ReactNode {
  const t = useT();
  const { post } = useHolder();
  const [place] = post.places;
  const rest = post.places.length - 1;
  return (
    <p className="crumb" title={post.organisationName}>
      <span className="crumb-above">{place?.path.map((name) => `${name} / `)}</span>
      <b>{place?.name ?? post.organisationName}</b>
      {rest > 0 && <span className="crumb-rest">{t('frame.more-places', { count: rest })}</span>}
    </p>
  );
}
