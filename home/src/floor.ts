// SPDX-License-Identifier: Apache-2.0
// The browser floor is Chromium 108, WeChat's web view and iOS 15. iOS 15 has no AbortSignal.timeout,
// which React Aria asks for when a keyboard opens over a sheet.
AbortSignal.timeout ??= (milliseconds) => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), milliseconds);
  return controller.signal;
};
