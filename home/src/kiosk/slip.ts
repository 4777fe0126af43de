// SPDX-License-Identifier: Apache-2.0
import type { CentreCard, HeldTicket, ServiceLine, Wait } from '@lilong/contracts/counters';
import type { Provisional } from './machine.ts';

/** What is printed. Nothing of it says who holds it. */
export interface Slip {
  readonly hall: string;
  readonly number: string;
  /** Given without the server. */
  readonly provisional: boolean;
  readonly matters: readonly Pick<ServiceLine, 'name' | 'nameEn'>[];
  /** Moment. */
  readonly takenAt: string;
  readonly ahead: number | null;
  readonly wait: Wait | null;
  readonly qrSvg: string | undefined;
}

export const slipOf = (
  { centreName, number, matters, takenAt, ahead, wait }: HeldTicket,
  qrSvg: string | undefined,
): Slip => ({
  ...{ hall: centreName, number, matters, takenAt, ahead, wait, qrSvg },
  provisional: false,
});

export const provisionalSlip = (
  { name, services: lines }: CentreCard,
  { number, services, takenAt }: Provisional,
): Slip => ({
  ...{ hall: name, number, takenAt, ahead: null, wait: null, qrSvg: undefined, provisional: true },
  matters: lines.filter(({ service }) => services.includes(service)),
});

export const pictureOf = (svg: string): string =>
  `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
