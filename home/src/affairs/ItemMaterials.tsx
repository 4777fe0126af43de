// SPDX-License-Identifier: Apache-2.0
import type { ItemCard, ItemMaterial, When } from '@lilong/contracts/affair-items';
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { Link } from '../shell/nav.tsx';
import { useAffairT } from '../words/affairs.tsx';
import { Named, useNamed } from './said.tsx';

/** A certificate of which nobody here knows a kind is brought. */
const cityHas = ({ source, certificate }: ItemMaterial): boolean =>
  source === 'registry' || (source === 'certificate' && certificate !== null);

/** What it takes, parted by who has it: most of it the city. */
export function ItemMaterials({ card }: { readonly card: ItemCard }): ReactNode {
  const t = useAffairT();
  const { materials } = card;
  const held = materials.filter(cityHas);
  const bring = materials.filter((one) => !cityHas(one));
  return (
    <section>
      <h2>{t('item.materials')}</h2>
      {materials.length === 0 && <p className="notice done">{t('item.no-materials')}</p>}
      {bring.length > 0 && (
        <div className="card">
          <h3>{t('item.you-bring')}</h3>
          <ul className="materials">
            {bring.map((one) => (
              <Material key={one.key} material={one} card={card} />
            ))}
          </ul>
        </div>
      )}
      {held.length > 0 && (
        <div className="card city-has">
          <h3>
            <Icon name="check" size="1.2em" />
            {t('item.city-has')}
          </h3>
          <ul className="materials">
            {held.map((one) => (
              <Material key={one.key} material={one} card={card} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

interface MaterialProps {
  readonly material: ItemMaterial;
  readonly card: ItemCard;
}
function Material({ material, card }: MaterialProps): ReactNode {
  const t = useAffairT();
  const named = useNamed();
  const { name, nameEn, kind, copies, need, note, freshDays, when, certificate } = material;
  const issuer = card.issuers.find((one) => one.certificate === certificate);
  return (
    <li>
      <b>
        <Named zh={name} en={nameEn} />
      </b>
      {!cityHas(material) && (
        <small>
          {t('item.copies', { kind: t(`materialkind.${kind}`), count: copies })}
          {need !== 'required' && ` · ${t(`materialneed.${need}`)}`}
          {freshDays !== null && ` · ${t('item.fresh', { days: freshDays })}`}
        </small>
      )}
      {certificate !== null && <small>{t('item.certificate')}</small>}
      {issuer !== undefined && issuer.item !== card.item && (
        <small>
          <Link to={`/affairs/${issuer.item}`}>
            {t('item.issuer', { item: named(issuer.name, issuer.nameEn) })}
          </Link>
        </small>
      )}
      {when !== null && <OnlyWhen when={when} card={card} />}
      {note !== null && <small lang="zh-CN">{note}</small>}
    </li>
  );
}

/** “户口在上海吗”选“不在”才要. */
function OnlyWhen({ when, card }: { readonly when: When; readonly card: ItemCard }): ReactNode {
  const t = useAffairT();
  const named = useNamed();
  const question = card.questions.find(({ key }) => key === when.question);
  if (question === undefined) return null;
  const answers = question.choices.filter(({ key }) => when.is.includes(key));
  return (
    <small>
      {t('item.only-when', {
        ask: named(question.ask, question.askEn),
        is: answers.map(({ says, saysEn }) => named(says, saysEn)).join(t('item.or')),
      })}
    </small>
  );
}
