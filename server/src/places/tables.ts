// SPDX-License-Identifier: Apache-2.0
import type { PlaceLevel } from '@lilong/contracts/place-no';
import type { Generated } from 'kysely';
import type { OrganisationKind } from './generate/organisations.ts';

/** Geometry columns are written and read with PostGIS functions only. */
type Geometry = never;

declare module '../kernel/tables.ts' {
  interface DB {
    'places.place': {
      no: number;
      level: PlaceLevel;
      name: string;
      pinyin: string;
      initials: Generated<string>;
      parent: number | null;
      predecessor: number | null;
      valid_from: string;
      valid_to: string | null;
      generated: Generated<boolean>;
    };
    'places.official_code': {
      place: number;
      code: string;
      valid_from: string;
      valid_to: string | null;
    };
    'places.outline': {
      place: number;
      geom: Geometry;
      centre: Geometry;
      generated: boolean;
      source: string;
    };
    'places.grid': {
      no: Generated<number>;
      kind: 'comprehensive' | 'responsibility' | 'unit';
      name: string;
      code: string;
      scheme: string;
      place: number;
      geom: Geometry;
      generated: boolean;
      valid_from: string;
      valid_to: string | null;
    };
    'places.road': {
      no: Generated<number>;
      place: number;
      name: string;
      pinyin: string;
      initials: Generated<string>;
      geom: Geometry;
      generated: boolean;
    };
    'places.address': {
      no: Generated<number>;
      place: number;
      road: string | null;
      lane: string | null;
      number: string;
      line: string;
      point: Geometry;
      status: Generated<'in_use' | 'gone' | 'merged'>;
      generated: boolean;
      closed_on: Generated<string | null>;
      about: Generated<boolean>;
      survivor: Generated<number | null>;
    };
    'places.organisation': {
      no: Generated<number>;
      kind: OrganisationKind;
      name: string;
      place: number;
      parent: number | null;
      phone: string | null;
      hours: string | null;
      credit_code: string | null;
      valid_from: string;
      valid_to: string | null;
      generated: boolean;
    };
    'places.duty': {
      no: Generated<number>;
      category: string;
      place: number;
      lead: number | null;
      assisting: number[];
      valid_from: string;
      valid_to: string | null;
      source: string;
      status: 'draft' | 'approved' | 'refused';
      basis: Generated<string>;
      batch: Generated<number>;
      author: number | null;
      approver: number | null;
      ruling: string | null;
      at: Date | null;
    };
  }
}
