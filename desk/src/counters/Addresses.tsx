// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { Button, QRCode } from 'antd';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';

interface AddressesProps {
  readonly centre: number;
  readonly name: string;
}

/** What is opened on the wall, and the sheet for the door, whose code leads to a number. */
export function Addresses({ centre, name }: AddressesProps): ReactNode {
  const t = useT();
  const take = `${location.origin}/hall/${centre}`;
  const board = `${location.origin}/board/${centre}`;
  return (
    <section className="part hall-door" aria-labelledby="hall-links">
      <h2 id="hall-links">{t('hall.links')}</h2>
      <p>
        <Icon name="figures" size={20} />{' '}
        <a href={board} target="_blank" rel="noreferrer">
          {t('hall.board')} {board}
        </a>{' '}
        <small>{t('hall.board-what')}</small>
      </p>
      <div className="hall-poster">
        <QRCode
          aria-label={t('hall.take')}
          type="svg"
          value={take}
          size={168}
          bordered={false}
          color="#1f2421"
          bgColor="#fff"
        />
        <div>
          <p lang="zh-CN">{name}</p>
          <b>{t('hall.take')}</b>
          <p>{t('hall.take-what')}</p>
          <a href={take} target="_blank" rel="noreferrer">
            {take}
          </a>
        </div>
        <Button icon={<Icon name="printer" size={18} />} onClick={() => window.print()}>
          {t('hall.print')}
        </Button>
      </div>
      <p className="field-hint">{t('hall.no-figures')}</p>
    </section>
  );
}
