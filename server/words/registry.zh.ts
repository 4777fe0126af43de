// SPDX-License-Identifier: Apache-2.0
// What an import of people and homes says to operators, and into the report of refused lines.

export const registryZh = {
  'table.kind': '只收 .xlsx 和 .csv 文件。旧的 .xls 请在 Excel 或 WPS 里另存为 .xlsx。',
  'table.no-xlsx':
    '打不开这个文件：它不是 .xlsx 工作簿，或者加了密码。请在 Excel 或 WPS 里去掉密码，另存为 .xlsx。',
  'table.broken-xlsx': '这个工作簿坏了，读不到底。请重新导出，或者另存一份再试。',
  'table.bomb': '这个文件解开后大得不正常，没有打开。请核对文件是从哪里来的。',

  'labels.no-supplier': '没有名叫“{supplier}”的市级单位或区级部门。请写单位全称。',
  'labels.no-titles': '前十行里没有表头。需要的列：证件号码、标签、起始日期。看到的是：{found}',
  'labels.no-titles-here':
    '前十行里没有读得懂的表头。要有“证件号码”这一列；标签、起始日期也写成列，或者在上面统一填。看到的是：{found}',
  'labels.too-long':
    '这个文件超过 {most} 行。请分成几份，或请管理员用 lilong registry labels 命令导入。',
  'labels.at': '第 {line} 行：{why}',
  'labels.done': '{file}：收下 {taken} 行，{refused} 行没有收下。这里不说哪些人是已登记的。',
  'labels.tried': '试过 {file}：会收下 {taken} 行，{refused} 行不收。什么都没有改。',
  'load.done':
    '{file}：读了 {read, number} 行，新增 {added, number}，更新 {changed, number}，本来就一样 {same, number}，按居村登记的不动 {kept, number}，没有收 {faulty, number}。',
  'load.tried':
    '{file}：试了一遍，什么都没有改。读了 {read, number} 行，会新增 {added, number}，会更新 {changed, number}，本来就一样 {same, number}，按居村登记的不动 {kept, number}，收不了 {faulty, number}。',
  'load.known':
    '这个文件 {at} 已经全部导入过，这次什么都没有做。当时读了 {read, number} 行，没有收 {faulty, number}。要再来一遍请加 --again。',
  'load.resumed': '上次做到第 {line, number} 行，从下一行接着做。',
  'load.unknown-columns': '这几列不认得，没有用：{titles}。要用请加 --map 列名=字段。',
  'load.at': '第 {at} 行（{title}）：{why}',
  'load.reason': '{title}：{why}',
  'load.report':
    '没有收的 {count, number} 行都写在 {file}：改好原因里说的地方，直接再导入这个文件。里面有证件号码，请妥善保管。',
  'load.progress': '{percent}%，{read, number} 行，还要 {left}',
  'load.left': '{minutes, plural, =0 {{seconds} 秒} other {# 分钟}}',
  'load.other-process': '另一个程序正在导入同一个文件。这一次先停下，请等它做完。',
  'protect.number': '身份证号码：',
  'protect.done':
    '已列为受保护：查找、名单、人群和统计里都没有这个人了，别人手里的查看权限也都停了。本人在“我的数据”里看得到。',
  'protect.lifted': '已解除保护：本居委会又查得到这个人了。',
  'protect.nobody': '人房里没有这个身份证号码。请核对。',
  'load.no-source':
    '请用 --source 写明文件是谁给的，例如 --source 派出所。同一来源的列名对应会记住。',
  'load.no-under':
    '请用 --under 写明是哪个地方的（12 位代码或地名），例如 --under 310101002000。只动这个地方的人和房。',

  'load.no-titles':
    '前十行里没有认得的表头（读到的是：{found}）。请核对表头，或者用 --map 列名=字段 写明。',
  'load.no-column': '缺「{title}」这一列。表头是：{found}。列名不同请写 --map 列名={title}。',
  'load.twice-column': '「{title}」和另一列说的是同一件事。请用 --map {title}= 去掉其中一列。',
  'load.no-map': '「{given}」看不懂。请写 --map 列名=字段；字段有：{known}。不要的列写 --map 列名=',

  'load.no-titles-here':
    '前十行里没有认得的表头（读到的是：{found}）。请在“列”里逐列说明它是什么，或者核对文件。',
  'load.no-column-here': '缺「{title}」这一列。表头是：{found}。请在“列”里说明哪一列是它。',
  'load.twice-column-here': '「{title}」和另一列说的是同一件事。请在“列”里把其中一列改成“不用”。',
  'upload.broken': '读到同一处停了几次，没有往下。请把文件另存一份再传；还不行，请找运维看日志。',
  'load.needed': '没有填，请补上。',
  'load.unknown': '「{value}」不认得。请改成文档里列出的写法。',
  'load.name': '「{value}」不像姓名。请核对。',
  'load.id-number': '身份证号 {value} 不对。请核对 18 位，最后一位可能是 X。',
  'load.number-lost':
    '表格软件把号码当成数字，后几位已经丢了，找不回来。请向来源重新要这个号码，先把这一列设成文本再填。',
  'load.document-number': '证件号码 {value} 不像这种证件的号码。请核对证件类型和号码。',
  'load.none-but-number': '写着没有证件，却填了号码。请写明是什么证件。',
  'load.sex-needed': '没有填性别，号码里也看不出。请补上。',
  'load.sex-differs': '性别和身份证号不一致。请核对是哪一个错了。',
  'load.born-differs': '出生日期 {value} 和身份证号不一致。请核对是哪一个错了。',
  'load.no-day': '「{value}」不是日期。请写成 1949-12-10 这样。',
  'load.not-yet': '{value} 还没有到。请核对日期。',
  'load.before-birth': '{value} 还没有出生。请核对日期。',
  'load.phone':
    '{value} 不是电话。请写 11 位手机号，或带区号的座机，如 021-63221234；分机号请去掉。',
  'load.registered': '「{value}」看不出在哪里。请写 6 位区划代码，或者从省份写起的地址。',
  'load.credit': '统一社会信用代码不对：要 18 位，只有数字和大写字母，没有 I、O、S、V、Z。请核对。',
  'load.credit-other':
    '这个信用代码登记的是“{name}”，同一处又有叫这个名称的另一家。请核对名称和代码。',
  'load.too-long': '太长了，最多 {most} 个字。',
  'load.no-committee':
    '「{value}」不是居（村）委会，也不是街镇。请写机构所在的居（村）委会或街镇。',
  'load.term': '届满日期早于任期开始。请核对。',
  'load.number': '「{value}」不对，要在 {least, number} 到 {most, number} 之间。',
  'load.unknowable': '没有证件号码的人，要有出生日期和住址才认得出。请补上。',
  'load.twice': '和第 {first} 行说的是同一个。请只留一行。',

  'load.no-door': '「{value}」里看不出门牌。请写成 路、弄、号、室。',
  'load.unknown-door':
    '没有「{value}」这个门牌，也没有这套房。请核对地址；是新门牌就先用 lilong places import addresses 导入。',
  'load.many-doors': '「{value}」不止一处。请加一列居委会，写明是哪一处。',
  'load.other-place': '「{line}」不在{value}。请核对居委会或地址。',
  'load.other-name': '这个证件号码登记的是另一个姓名。请核对号码和姓名；改名由居村在系统里改。',
  'load.died': '这个人已经登记为去世。如果登记错了，请先在系统里更正。',

  'supply.number': '证件号码不对。身份证请核对 18 位，最后一位可能是 X。',
  'supply.number-lost':
    '证件号码被表格当成数字，后几位已经丢了。请从原始名单重新导出，把这一列设成“文本”。',
  'supply.label-unknown': '没有这个标签。请用标签目录里的代码。',
  'supply.label-not-yours': '这个标签不由您的单位提供。',
  'supply.day': '日期看不懂。请写成 2026-03-02 这样。',
  'supply.not-yet': '日期还没有到。',
  'supply.until-early': '截止日期已经过了，或者早于起始日期。',
  'supply.until-late': '截止日期太晚，超过了标签目录定的有效天数。',
} as const;
export type RegistryKey = keyof typeof registryZh;
