// SPDX-License-Identifier: Apache-2.0
import type { Role } from '@lilong/contracts/identity';

/** Whoever answers for an office. */
export const handling: readonly Role[] = ['centre_manager', 'department_officer'];
/** Above them: counts alone. */
export const watching: readonly Role[] = ['district', 'city'];
