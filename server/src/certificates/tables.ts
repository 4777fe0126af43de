// SPDX-License-Identifier: Apache-2.0
import type { CertificateSuite } from '@lilong/contracts/certificates';
import type { DocumentKind } from '@lilong/contracts/item-documents';
import type { Generated } from 'kysely';

export interface IssuerRow {
  kid: string;
  organisation: number | null;
  alg: CertificateSuite;
  public_key: string;
  master: string;
  at: Date;
}
export interface ListRow {
  no: number;
  revoked: number[];
  token: string;
  at: Date;
}
export interface CertificateRow {
  street: number;
  no: number;
  person: number;
  organisation: number;
  place: number;
  item: string;
  kind: string | null;
  name: string;
  holder: string;
  matter: string | null;
  at: Date;
  to_on: string | null;
  sealed: Buffer;
  revoked_at: Date | null;
  revoked_by: number | null;
  reason: string | null;
  /** Of a letter: what it says was decided. */
  letter: DocumentKind | null;
  /** Who hands it over. */
  hands: number | null;
}

declare module '../kernel/tables.ts' {
  interface DB {
    'certificates.issuer': IssuerRow;
    'certificates.list': ListRow;
    'certificates.certificate': Omit<CertificateRow, 'no'> & { no: Generated<number> };
  }
}
