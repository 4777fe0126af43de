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

/** Data that the database repeats in its message: a value that does not fit, a row that breaks a rule. */
const repeatsData = /^(22|23)...$/;

interface PlainFault {
  readonly [name: string]: unknown;
  type: string;
  message: string;
  stack: string;
}

/**
 * A fault as the log may have it. Databases put rows and parameters into `detail`, `where` and the like, and
 * those hold what people said: only what names the place in the program stays.
 */
export function plainFault(fault: Error): PlainFault {
  const { code, constraint, table, column, routine } = fault as Error & Record<string, unknown>;
  const stack = fault.stack ?? '';
  const isTelling = typeof code === 'string' && repeatsData.test(code);
  return {
    type: fault.name,
    ...{ code, constraint, table, column, routine },
    message: isTelling ? '' : fault.message,
    stack: isTelling ? stack.slice(Math.max(0, stack.indexOf('\n    at '))) : stack,
  };
}
