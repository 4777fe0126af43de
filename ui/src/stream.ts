// SPDX-License-Identifier: Apache-2.0

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

interface Hearing {
  /** The stream stands: nobody knows what was missed until now. */
  readonly opened: () => void;
  readonly told: (data: string) => void;
}
export interface Stream {
  /** Opens it anew at once, as somebody else perhaps. */
  readonly open: () => void;
  readonly close: () => void;
}

/** Holds a stream of server-sent events, and opens it again after breaks, ever more slowly. */
export function holdStream(address: string, { opened, told }: Hearing): Stream {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = FIRST_WAIT_MS;

  function open(): void {
    source?.close();
    source = new EventSource(address);
    source.onopen = () => {
      waitMs = FIRST_WAIT_MS;
      opened();
    };
    source.onmessage = ({ data }: MessageEvent<string>) => told(data);
    source.onerror = () => {
      source?.close();
      clearTimeout(timer);
      timer = setTimeout(open, waitMs * (0.75 + Math.random() / 2));
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    };
  }
  open();
  return {
    open,
    close: () => {
      clearTimeout(timer);
      source?.close();
    },
  };
}
