// SPDX-License-Identifier: Apache-2.0
import { useLanguage } from '@lilong/ui/words.tsx';

/** What has a name in both languages, in the reader's. */
export function useNamed(): (name: string, nameEn: string | null) => string {
  const english = useLanguage() === 'en';
  return (name, nameEn) => (english ? (nameEn ?? name) : name);
}
