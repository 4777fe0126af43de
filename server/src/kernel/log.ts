// SPDX-License-Identifier: Apache-2.0

/** Where log lines go. */
export interface LogTarget {
  write(text: string): void;
}

/** The lines of one turn of the event loop go out as one write; under load that is several requests. */
export function gatherLines(out: LogTarget): LogTarget {
  let lines = '';
  const flush = (): void => {
    const ready = lines;
    lines = '';
    if (ready !== '') out.write(ready);
  };
  process.on('exit', flush);
  return {
    write: (line) => {
      if (lines === '') setImmediate(flush);
      lines += line;
    },
  };
}
