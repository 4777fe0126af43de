// SPDX-License-Identifier: Apache-2.0
import { saveLanguage } from '@lilong/contracts/identity';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLanguageChoice } from '../language.ts';
import { useSession } from './session.ts';

/** Names the other language in that language. */
export function LanguageSwitch(): ReactNode {
  const { language, choose } = useLanguageChoice();
  const signedIn = (useSession().data?.me ?? null) !== null;
  const write = useWrite(saveLanguage);
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <Button
      type="link"
      lang={other === 'en' ? 'en' : 'zh-CN'}
      className="plain-link"
      onClick={() => {
        choose(other);
        if (signedIn) void write.send({ language: other });
      }}
    >
      {other === 'en' ? 'English' : '中文'}
    </Button>
  );
}
