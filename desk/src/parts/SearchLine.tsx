// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { Button, Input } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useT } from '../words.ts';

interface SearchLineProps {
  readonly label: string;
  readonly value: string;
  readonly onFind: (words: string) => void;
}

/** One line to search with; Enter or the button asks. */
export function SearchLine({ label, value, onFind }: SearchLineProps): ReactNode {
  const t = useT();
  const [words, setWords] = useState(value);
  useEffect(() => setWords(value), [value]);
  return (
    <search>
      <form
        className="search-line"
        onSubmit={(event) => {
          event.preventDefault();
          onFind(words.trim());
        }}
      >
        <Input
          aria-label={label}
          placeholder={label}
          type="search"
          prefix={<Icon name="search" size={18} />}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
        <Button htmlType="submit">{t('search.find')}</Button>
      </form>
    </search>
  );
}
