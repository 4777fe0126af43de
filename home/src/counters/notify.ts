// SPDX-License-Identifier: Apache-2.0
// What a phone can do to be noticed in a pocket: shake, sound, and a notice of the system. Each is there or not.
import { chime } from './announcer.ts';

/** `no`: this browser has none, as on plain http; `denied`: its owner said so once, in the browser's settings. */
export type Notices = 'no' | 'ask' | 'granted' | 'denied';

export function noticesNow(): Notices {
  if (typeof Notification === 'undefined' || !('serviceWorker' in navigator)) return 'no';
  const { permission } = Notification;
  return permission === 'default' ? 'ask' : permission;
}

/** To be called by a tap. */
export async function askForNotices(): Promise<Notices> {
  await Notification.requestPermission().catch(() => undefined);
  return noticesNow();
}

/** Shakes, sounds, and shows a notice where it may; a second one about the same ticket takes the place of the first. */
export async function notice(ticket: string, title: string, body: string): Promise<void> {
  navigator.vibrate?.([300, 150, 300, 150, 300]);
  void chime().catch(() => undefined);
  if (noticesNow() !== 'granted') return;
  const worker = await navigator.serviceWorker.getRegistration();
  await worker?.showNotification(title, {
    ...{ body, tag: ticket, requireInteraction: true, icon: '/mark.svg', data: '/ticket' },
  });
}
