// SPDX-License-Identifier: Apache-2.0
// What nobody may note of anybody (domain 6.6; PIPL 28): HIV status and belief, in Chinese, pinyin or English.

const chinese =
  /[艾爱愛]滋|免疫缺[陷损]|抗病毒治疗|宗教|信仰|信教(?![育师学])|信佛|教徒|信徒|信众|教友|[佛道回]教(?![育师学室练导])|基督|天主|耶稣|教会|教堂|牧师|神父|居士|皈依|受洗|做礼拜|伊斯兰|穆斯林|清真|阿訇|法轮/;
const pinyin =
  /aizibing|mianyiquexian|zongjiao|xinyang|xinjiao|fojiao|daojiao|huijiao|jidujiao|jidutu|tianzhujiao|yisilan|musilin|qingzhen|falun/;
const english =
  /(?<![a-z])h[^a-z]{0,2}i[^a-z]{0,2}v(?![a-z])|immuno-?deficien|antiretroviral|religio|(?<![a-z])(?:faith|belie(?:f|ver))|worship|church|christ|catholic|protestant|islam|m[uo]slim|moslem|mosque|halal|buddh|[td]aois|hindu|jewish|judais/;
/** Aids that one hears or walks with are none. */
const aids = /^aids(?![a-z])|(?<![a-z])AIDS(?![A-Za-z])/;

/** The first such word in texts, as it is written there; undefined without one. */
export function nobodysIn(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const narrow = text.normalize('NFKC');
    const small = narrow.toLowerCase();
    const found =
      chinese.exec(narrow.replace(/[^\p{Script=Han}]/gu, '')) ??
      pinyin.exec(small.replace(/[^a-z]/g, '')) ??
      english.exec(small) ??
      aids.exec(narrow);
    if (found !== null) return found[0];
  }
  return undefined;
}
