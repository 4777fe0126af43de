// SPDX-License-Identifier: Apache-2.0
const spare = 'mnopqrstuvwxyz0';

interface Keyed<T> {
  /** Empty for whoever came too late: it is pressed. */
  readonly key: string;
  readonly one: T;
}

/** Gives each of a list a key of its own: the one it is named by where that is free, 3 for 3号窗口, b for class B. */
export function keyed<T>(list: readonly T[], nameOf: (one: T) => string): readonly Keyed<T>[] {
  const taken = new Set<string>();
  return list.map((one) => {
    const own = /^([1-9])(?!\d)|^([A-Z])$/.exec(nameOf(one))?.[0].toLowerCase();
    const key = [own, ...spare].find((sign) => sign !== undefined && !taken.has(sign)) ?? '';
    taken.add(key);
    return { key, one };
  });
}
