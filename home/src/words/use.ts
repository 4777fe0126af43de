// SPDX-License-Identifier: Apache-2.0
import type { PlainWords } from '@lilong/contracts/words/zh-plain';
import { type Say, useWords } from '@lilong/ui/words.tsx';
import type { HomeWords } from './zh.ts';
import type { certificatesZh } from './zh-certificates.ts';
import type { dataZh } from './zh-data.ts';
import type { kioskZh } from './zh-kiosk.ts';
import type { officeZh } from './zh-office.ts';
import type { ratingsZh } from './zh-ratings.ts';

/** Those of the machine in the hall, of certificates, of ratings, of 关于 and 意见, and of 我的数据 are there on their own pages alone: `WithWords`. */
export type HomeKey =
  | keyof HomeWords
  | keyof typeof certificatesZh
  | keyof typeof dataZh
  | keyof typeof kioskZh
  | keyof typeof officeZh
  | keyof typeof ratingsZh;

type Key = HomeKey | keyof PlainWords;

/** The words of home's pages and those that residents share with the office; a misspelt key does not compile. */
export const useT: () => Say<Key> = () => useWords<Key>();
