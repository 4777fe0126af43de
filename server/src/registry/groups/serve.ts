// SPDX-License-Identifier: Apache-2.0
import {
  endGroup,
  endLeader,
  groupCard,
  listGroupDoors,
  listGroups,
  putGroup,
  renameGroup,
  revealLeader,
  setGroupDoors,
  setLeader,
} from '@lilong/contracts/registry-groups';
import type { Host } from '../../kernel/host.ts';
import { serve } from '../../kernel/serve.ts';
import { end, make, rename, setDoors } from './keep.ts';
import { openLeaderPhone, putLeader, takeOffLeader } from './leaders.ts';
import { showDoors, showGroup, showGroups } from './read.ts';

/** 楼组 of the committees. */
export function serveGroups(host: Host): void {
  serve(host, listGroups, showGroups);
  serve(host, groupCard, showGroup);
  serve(host, listGroupDoors, showDoors);
  serve(host, putGroup, make);
  serve(host, renameGroup, rename);
  serve(host, setGroupDoors, setDoors);
  serve(host, endGroup, end);
  serve(host, setLeader, putLeader);
  serve(host, endLeader, takeOffLeader);
  serve(host, revealLeader, openLeaderPhone);
}
