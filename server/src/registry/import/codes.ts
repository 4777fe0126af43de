// SPDX-License-Identifier: Apache-2.0
// Words that lists of people use, and the codes of the standards that they stand for. Sources: docs/domain/registry.md.

/** `code word word; …` as a table from word to code; a code stands for itself. */
function table(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(';').flatMap((entry) => {
      const [code = '', ...words] = entry.trim().split(/\s+/);
      return [code, ...words].map((word) => [word, code] as const);
    }),
  );
}

/** GA/T 517, as far as the registry takes them. */
export const documents = table(`
  111 居民身份证 身份证 二代身份证 二代证;
  414 护照 普通护照 外国护照;
  516 港澳居民来往内地通行证 港澳通行证 回乡证;
  511 台湾居民来往大陆通行证 台湾通行证 台胞证;
  553 外国人永久居留身份证 外国人永久居留证 永久居留证;
  none 没有证件 无证件 无`);

/** GB/T 2261.1 */
export const sexWords = table('1 男 男性 m; 2 女 女性 f; 0 未知 不详; 9 未说明');

/** GB/T 4761, to the head of the household. */
export const relationWords = table(`
  02 户主 本人 01; 10 配偶 爱人; 11 夫 丈夫; 12 妻 妻子;
  20 子 儿子 三子; 21 独生子; 22 长子; 23 次子 二子; 27 养子 继子; 28 女婿;
  30 女 女儿 次女 二女 三女; 31 独生女; 32 长女; 37 养女 继女; 38 儿媳 媳妇 儿媳妇;
  40 孙辈; 41 孙子 孙; 42 孙女; 43 外孙 外孙子; 44 外孙女;
  50 父母; 51 父 父亲; 52 母 母亲; 53 公公; 54 婆婆; 55 岳父; 56 岳母;
  60 祖父母 祖父 祖母 外祖父 外祖母 爷爷 奶奶 外公 外婆;
  70 兄弟姐妹; 71 兄 哥哥 哥; 73 弟 弟弟; 75 姐 姐姐; 77 妹 妹妹;
  80 其他; 93 侄 侄子 侄儿; 94 侄女; 97 其他亲属 亲属; 99 非亲属 租客 保姆 朋友 同事`);

export const stayWords = table(`
  owner 产权人 自有 自有住房 业主 房主; tenant 承租人 公房承租人;
  family 家人同住 同住 同住人 家属 家庭成员 共同居住人; renter 租客 租住 租房 租赁 租户;
  sublandlord 二房东; carer 保姆护工 保姆 护工 家政; guest 借住 寄住 投靠`);

/** GB/T 3304 */
export const nationWords = table(`
  01 汉族 汉; 02 蒙古族 蒙古; 03 回族 回; 04 藏族 藏; 05 维吾尔族 维吾尔; 06 苗族 苗; 07 彝族 彝; 08 壮族 壮; 09 布依族 布依;
  10 朝鲜族 朝鲜; 11 满族 满; 12 侗族 侗; 13 瑶族 瑶; 14 白族 白; 15 土家族 土家; 16 哈尼族 哈尼; 17 哈萨克族 哈萨克; 18 傣族 傣;
  19 黎族 黎; 20 傈僳族 傈僳; 21 佤族 佤; 22 畲族 畲; 23 高山族 高山; 24 拉祜族 拉祜; 25 水族 水; 26 东乡族 东乡; 27 纳西族 纳西;
  28 景颇族 景颇; 29 柯尔克孜族 柯尔克孜; 30 土族 土; 31 达斡尔族 达斡尔; 32 仫佬族 仫佬; 33 羌族 羌; 34 布朗族 布朗; 35 撒拉族 撒拉;
  36 毛南族 毛南; 37 仡佬族 仡佬; 38 锡伯族 锡伯; 39 阿昌族 阿昌; 40 普米族 普米; 41 塔吉克族 塔吉克; 42 怒族 怒; 43 乌孜别克族 乌孜别克;
  44 俄罗斯族 俄罗斯; 45 鄂温克族 鄂温克; 46 德昂族 德昂; 47 保安族 保安; 48 裕固族 裕固; 49 京族 京; 50 塔塔尔族 塔塔尔; 51 独龙族 独龙;
  52 鄂伦春族 鄂伦春; 53 赫哲族 赫哲; 54 门巴族 门巴; 55 珞巴族 珞巴; 56 基诺族 基诺; 97 其他民族 其他; 98 外国血统入籍 入籍`);

/** GB/T 2260, first two digits: where somebody from elsewhere is registered. */
export const provinceWords = table(`
  11 北京; 12 天津; 13 河北; 14 山西; 15 内蒙古; 21 辽宁; 22 吉林; 23 黑龙江; 31 上海; 32 江苏; 33 浙江; 34 安徽; 35 福建; 36 江西;
  37 山东; 41 河南; 42 湖北; 43 湖南; 44 广东; 45 广西; 46 海南; 50 重庆; 51 四川; 52 贵州; 53 云南; 54 西藏; 61 陕西; 62 甘肃;
  63 青海; 64 宁夏; 65 新疆; 71 台湾; 81 香港; 82 澳门`);

export const tenureWords = table(`
  commercial 商品房; sold_public 售后公房 售后房; public 直管公房 公房; unit_public 系统公房; resettlement 动迁安置房 动迁房 安置房;
  shared_ownership 共有产权房 经适房 经济适用房; low_rent 廉租房; public_rental 公租房; private 私房; homestead 宅基地 宅基地房`);

export const useWords = table(
  'dwelling 居住 住宅 自住; converted 居改非; other 非居住 办公 商用 其他',
);

export const stateWords = table(`
  self 自住; let 出租 出租房 租赁; vacant 空置 空关 空房; guesthouse 民宿; dormitory 员工宿舍 宿舍 集体宿舍; office 办公; works 装修中 装修`);

export const liftWords = table('yes 有 是 有电梯 1 y true; no 无 否 没有 无电梯 0 n false');

/** The nine kinds of institutions. */
export const institutionWords = table(`
  party 党组织 居民区党组织 党总支 党支部 党委; residents 居民委员会 居委会 村民委员会 村委会 居（村）民委员会 居(村)民委员会;
  owners 业主委员会 业委会; property 物业服务企业 物业公司 物业企业 物业; stationed 驻区单位 驻地单位 辖区单位;
  mass 群团组织 群团; social 社会组织 社会团体 民办非企业单位 社会服务机构 基金会; team 群众活动团队 群众团队 活动团队 文体团队;
  centre 服务中心 服务站点 服务站 站点`);
