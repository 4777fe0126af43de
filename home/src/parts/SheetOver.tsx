// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useT } from '../words/use.ts';
import type { SheetProps } from './Sheet.tsx';

/** Lies over the page until it is answered or left; Escape leaves it, and the focus returns where it was. */
export function SheetOver({ title, onClose, children, size = 'work' }: SheetProps): ReactNode {
  const t = useT();
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={`sheet ${size}`}>
        <Dialog role={size === 'question' ? 'alertdialog' : 'dialog'}>
          <header>
            <Heading slot="title">{title}</Heading>
            <button
              type="button"
              className="button round"
              aria-label={t('sheet.close')}
              onClick={onClose}
            >
              <Icon name="close" />
            </button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
