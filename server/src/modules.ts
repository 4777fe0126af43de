// SPDX-License-Identifier: Apache-2.0
import { affairsModule } from './affairs/index.ts';
import { assistanceModule } from './assistance/index.ts';
import { auditFigures, auditModule } from './audit/index.ts';
import { casesModule } from './cases/index.ts';
import { certificatesModule } from './certificates/index.ts';
import { countersModule } from './counters/index.ts';
import { doorstepModule } from './doorstep/index.ts';
import { identityModule } from './identity/index.ts';
import type { Host } from './kernel/host.ts';
import type { Figure } from './kernel/watch.ts';
import { offersModule } from './offers/index.ts';
import { officeModule } from './office/index.ts';
import { open311Module } from './open311/index.ts';
import { placesModule } from './places/index.ts';
import { ratingsModule } from './ratings/index.ts';
import { registryModule } from './registry/index.ts';
import { rulesModule } from './rules/index.ts';
import { settlementModule } from './settlement/index.ts';

/** Every module of the program, in the order in which they are put in. */
export const modules: readonly ((host: Host) => void)[] = [
  identityModule,
  placesModule,
  casesModule,
  auditModule,
  officeModule,
  open311Module,
  rulesModule,
  registryModule,
  countersModule,
  affairsModule,
  certificatesModule,
  offersModule,
  ratingsModule,
  assistanceModule,
  settlementModule,
  doorstepModule,
];

/** What the modules show operators at `/metrics`. */
export const figures: readonly Figure[] = [...auditFigures];
