// SPDX-License-Identifier: Apache-2.0
// Stands in for `typebox` in the bundles of both fronts: screens need the paths of the routes and
// the types, never the schemas. Every builder returns the same inert value; it spreads to nothing
// and any property of it is inert again.

const inert: object = new Proxy(
  {},
  { get: (_target, key) => (typeof key === 'symbol' ? undefined : inert) },
);

export const Type: unknown = new Proxy({}, { get: () => () => inert });
