// SPDX-License-Identifier: Apache-2.0
// A booking as a file that every calendar reads (iCalendar, RFC 5545). It holds no token: who gets the file cannot cancel.

export interface Entry {
  /** The same for a booking that was moved, so that a calendar takes the new one in its place. */
  readonly uid: string;
  /** ISO 8601. */
  readonly from: string;
  readonly to: string;
  readonly madeAt: string;
  readonly title: string;
  readonly where: string;
  readonly words: string;
  readonly url: string;
}

export function calendarFile(entry: Entry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lilong//Booking//ZH',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${text(entry.uid)}`,
    `DTSTAMP:${utc(entry.madeAt)}`,
    `DTSTART:${utc(entry.from)}`,
    `DTEND:${utc(entry.to)}`,
    `SUMMARY:${text(entry.title)}`,
    `LOCATION:${text(entry.where)}`,
    `DESCRIPTION:${text(entry.words)}`,
    `URL:${entry.url}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${text(entry.title)}`,
    'TRIGGER:-PT1H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** 20260303T020000Z */
const utc = (iso: string): string =>
  new Date(iso).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');

const text = (words: string): string =>
  words.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');

const mostBytes = 74; // of 75, and a line that goes on begins with a blank
/** Lines of at most 75 bytes, none cut within a sign. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const lines = [''];
  let bytes = 0;
  for (const sign of line) {
    const more = encoder.encode(sign).length;
    if (bytes + more > mostBytes) {
      lines.push('');
      bytes = 0;
    }
    lines[lines.length - 1] += sign;
    bytes += more;
  }
  return lines.join('\r\n ');
}
