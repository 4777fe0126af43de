// SPDX-License-Identifier: Apache-2.0
import { drawFrom, type Random } from './chance.ts';

/** Where those registered outside come from: a prefecture by GB/T 2260, with about how many of a hundred. */
export const homeTown = drawFrom<string>([
  ['340100', 6],
  ['341200', 8],
  ['341500', 8],
  ['341300', 6],
  ['320600', 5],
  ['320900', 6],
  ['320800', 3],
  ['320100', 2],
  ['411400', 4],
  ['411500', 5],
  ['410100', 2],
  ['360100', 2],
  ['361100', 4],
  ['330100', 2],
  ['330300', 2],
  ['420100', 2],
  ['421000', 3],
  ['510100', 2],
  ['511300', 3],
  ['370100', 3],
  ['430100', 3],
  ['350100', 3],
  ['620100', 2],
  ['500100', 2],
  ['610100', 2],
  ['230100', 2],
  ['520100', 2],
  ['530100', 1],
]);

/** 少数民族 (GB/T 3304) are 1.6 of a hundred; among them, about how many each. */
const MINORITY = 0.016;
const minority = drawFrom<string>([
  ['03', 22],
  ['15', 12],
  ['06', 11],
  ['11', 11],
  ['08', 8],
  ['02', 6],
  ['10', 6],
  ['12', 4],
  ['07', 5],
  ['09', 4],
  ['05', 2],
  ['14', 3],
  ['22', 2],
  ['04', 1],
  ['13', 2],
  ['19', 1],
]);

/** The nationality of somebody of the country: 汉 01, and now and then another. */
export const nationOf = (random: Random): string => (random() < MINORITY ? minority(random) : '01');
