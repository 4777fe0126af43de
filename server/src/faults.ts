// SPDX-License-Identifier: Apache-2.0
import { sayBoth, Trouble } from './kernel/voice.ts';

/** Why a start failed, as a sentence in both languages that says what to do. `command` is what was typed. */
export function sentenceOf(fault: unknown, command: string): string {
  if (fault instanceof Trouble) return fault.message;
  const { code, syscall, port = 0, address = '', path = '' } = fault as NodeFault;
  if (syscall === 'listen' || syscall === 'bind') {
    if (code === 'EADDRINUSE')
      return sayBoth('start.port-taken', {
        port,
        next: port === 65_535 ? 8080 : port + 1,
        command,
      });
    if (code === 'EACCES') return sayBoth('start.port-closed', { port, command });
    return sayBoth('start.no-address', { address, code });
  }
  const detail = fault instanceof Error ? fault.message : String(fault);
  if (code !== undefined && noRoom.has(code)) return sayBoth('start.disk', { path, code, detail });
  return sayBoth('start.broke', { detail });
}

/** As Node reports what the system refused. */
interface NodeFault {
  readonly code?: string;
  readonly syscall?: string;
  readonly port?: number;
  readonly address?: string;
  readonly path?: string;
}
const noRoom = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR']);
