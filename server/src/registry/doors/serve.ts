// SPDX-License-Identifier: Apache-2.0
import {
  besideDoors,
  closeDoor,
  findDoors,
  keepDoorsApart,
  listDoorHints,
  listDoors,
  listDoorTwins,
  mergeDoors,
  putDoor,
  renameDoor,
  settleDoorHint,
  tellDoor,
  undoDoorMerge,
} from '@lilong/contracts/registry-doors';
import type { Host } from '../../kernel/host.ts';
import { serve } from '../../kernel/serve.ts';
import { add } from './add.ts';
import { find } from './find.ts';
import { settle, showHints, tell } from './hints.ts';
import { close, rename } from './keep.ts';
import { merge, undo } from './merge.ts';
import { showDoors } from './tree.ts';
import { apart, showBeside, showTwins } from './twins.ts';

/** The standard addresses of a street. */
export function serveDoors(host: Host): void {
  serve(host, listDoors, showDoors);
  serve(host, findDoors, find);
  serve(host, putDoor, add);
  serve(host, renameDoor, rename);
  serve(host, closeDoor, close);
  serve(host, listDoorTwins, showTwins);
  serve(host, besideDoors, showBeside);
  serve(host, mergeDoors, merge);
  serve(host, undoDoorMerge, undo);
  serve(host, keepDoorsApart, apart);
  serve(host, tellDoor, tell);
  serve(host, listDoorHints, showHints);
  serve(host, settleDoorHint, settle);
}
