// SPDX-License-Identifier: Apache-2.0
// Documents of a decision (准予、不予决定书), made from the templates of the item. Pure.

export const documentKinds = ['granted', 'refused'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What a template may leave open, as it is written in one: 【申请人】, 【applicant】. */
export const documentSlots = {
  applicant: '申请人',
  item: '事项',
  number: '编号',
  result: '结果',
  reason: '理由',
  remedy: '救济',
  law: '依据',
  office: '机关',
  day: '日期',
} as const;
export type DocumentSlot = keyof typeof documentSlots;
export type DocumentFacts = Readonly<Record<DocumentSlot, string>>;

export interface DocumentTemplate {
  readonly title: string;
  readonly titleEn?: string;
  /** A line is a paragraph. */
  readonly text: string;
  readonly textEn?: string;
}
export type ItemDocuments = { readonly [K in DocumentKind]?: DocumentTemplate };

const slot = /【([^【】]*)】/g;
const names = new Map(
  Object.entries(documentSlots).flatMap(([key, zh]) => [
    [key, key as DocumentSlot] as const,
    [zh, key as DocumentSlot] as const,
  ]),
);

/** Slots of a text; undefined for one that nothing fills. */
export const slotsOf = (text: string): (readonly [name: string, DocumentSlot | undefined])[] =>
  [...text.matchAll(slot)].map(([, name = '']) => [name, names.get(name)]);

/** The paragraphs with everything in its place. One whose slots are all empty is left out: nobody gave a reason. */
export const paragraphsOf = (text: string, facts: DocumentFacts): string[] =>
  text
    .split('\n')
    .filter((line) => {
      const slots = slotsOf(line).flatMap(([, one]) => one ?? []);
      return line.trim() !== '' && (slots.length === 0 || slots.some((one) => facts[one] !== ''));
    })
    .map((line) =>
      line.replaceAll(slot, (written, name: string) => {
        const one = names.get(name);
        return one === undefined ? written : facts[one];
      }),
    );

/** What a refusal must tell (行政许可法 38): why, and what one can do. */
export const mustTell: Readonly<Record<DocumentKind, readonly DocumentSlot[]>> = {
  granted: ['item'],
  refused: ['item', 'reason', 'remedy'],
};

/** The templates of an item that has none of its own. 示例. */
const generalDocuments: Readonly<Record<DocumentKind, DocumentTemplate>> = {
  granted: {
    title: '准予决定书',
    titleEn: 'Decision: granted',
    text: '【申请人】：\n您申请办理的“【事项】”（编号 【编号】），经审查，符合规定的条件，现决定准予。\n办理结果：【结果】。\n说明：【理由】\n依据：【依据】。',
    textEn:
      '【applicant】:\nYour application “【item】” (no. 【number】) meets the conditions and is granted.\nResult: 【result】.\nNote: 【reason】\nLaw: 【law】.',
  },
  refused: {
    title: '不予决定书',
    titleEn: 'Decision: refused',
    text: '【申请人】：\n您申请办理的“【事项】”（编号 【编号】），经审查，不符合规定的条件，现决定不予办理。\n理由：【理由】\n依据：【依据】。\n不服本决定的，您可以：【救济】',
    textEn:
      '【applicant】:\nYour application “【item】” (no. 【number】) does not meet the conditions and is refused.\nReason: 【reason】\nLaw: 【law】.\nIf you disagree: 【remedy】',
  },
};
export const documentOf = (
  { documents }: { readonly documents?: ItemDocuments },
  kind: DocumentKind,
): DocumentTemplate => documents?.[kind] ?? generalDocuments[kind];

/** The law of an item in one line. */
export const lawLine = (
  law: readonly { readonly name: string; readonly article?: string | null }[],
): string => law.map(({ name, article }) => `${name}${article ?? ''}`).join('；');
