// SPDX-License-Identifier: Apache-2.0
import {
  changeInstitution,
  endInstitution,
  endMember,
  institutionCard,
  listInstitutions,
  putInstitution,
  putMember,
  revealMember,
} from '@lilong/contracts/registry-institutions';
import type { Host } from '../../kernel/host.ts';
import { serve } from '../../kernel/serve.ts';
import { correct, end, putOnRecord } from './keep.ts';
import { openPhone, putIn, takeOut } from './members.ts';
import { showInstitution, showInstitutions } from './read.ts';

/** 机构 that act in a neighbourhood. */
export function serveInstitutions(host: Host): void {
  serve(host, listInstitutions, showInstitutions);
  serve(host, institutionCard, showInstitution);
  serve(host, putInstitution, putOnRecord);
  serve(host, changeInstitution, correct);
  serve(host, endInstitution, end);
  serve(host, putMember, putIn);
  serve(host, endMember, takeOut);
  serve(host, revealMember, openPhone);
}
