// SPDX-License-Identifier: Apache-2.0
// Refusals of the base registry.

export const registryWords = {
  'refusal.registry.id-number': '身份证号不对：请核对 18 位，最后一位可能是 X。',
  'refusal.registry.known': '这个号码已经登记过。请用“出示证件”找到本人，再办迁入。',
  'refusal.registry.not-by-number': '凭这个号码不能在这里打开档案。请联系安全管理员。',
  'refusal.registry.died': '这个人已经登记为去世，不能再办。如果登记错了，请先更正。',
  'refusal.registry.who': '请先找到这个人，或者填写新来的人。',
  'refusal.registry.sex': '请选择性别；有身份证号就不用选。',
  'refusal.registry.not-yet': '日期还没有到。最晚可以填 {day}。',
  'refusal.registry.before': '日期太早，不能早于 {day}。',
  'refusal.registry.other-home': '这一户已经不住在这里。请刷新后重新选择。',
  'refusal.registry.not-living': '这个人现在没有登记住在这里。',
  'refusal.registry.label': '这个标签不由居村登记。请换一个。',
  'refusal.registry.labelled': '已经登记过“{name}”。',
  'refusal.registry.look-again': '下次查看的日子要在明天到 {day} 之间。',
  'refusal.registry.crowd-label': '这里有一个标签不能用来找人。请换一个。',
  'refusal.registry.crowd-ends': '“到”不能小于“从”。',
  'refusal.registry.crowd-group': '这里有一个楼组不是本居委会的，或已经撤销。请去掉它。',
  'refusal.registry.crowd-household': '住户的条件只能用在“住在这里的人”。',
  'refusal.registry.crowd-name': '已经有一个人群叫“{name}”。请换一个名字。',
  'refusal.registry.export-over': '这份名单 {day} 已经到期。要用，请再导出一次。',
  'refusal.registry.case-off': '这里没有开通个案标签。',
  'refusal.registry.case-place': '请选到居委会：个案只开给一个居委会的干部。',
  'refusal.registry.case-until': '截止日期要在今天到 {day} 之间。',
  'refusal.registry.file': '{why}',
  'refusal.registry.upload-kind': '只收 .xlsx 和 .csv 文件。旧的 .xls 请先另存为 .xlsx。',
  'refusal.registry.upload-part': '这一段和文件对不上。请重新选这个文件。',
  'refusal.registry.upload-state': '这份文件正在传或正在办，等它停下再来。',
  'refusal.registry.upload-under': '请选到居委会、街道或更大的地方。',
  'refusal.registry.withdrawn': '这一批已经撤回了。',
  'refusal.registry.purpose': '请选择为什么要看。',
  'refusal.registry.not-theirs':
    '证件号码和这个人登记的不一样。请核对证件，或者核对打开的是不是本人的档案。',
  'refusal.registry.bound': '这个人已经绑定了一个账号。要换账号，请先解除原来的绑定。',
  'refusal.registry.account-bound':
    '您的账号已经绑定了一个人，一个账号只能绑定一个人。要换，请先解除。',
  'refusal.registry.binding-code':
    '绑定码不对，或者过了十分钟。{left, plural, =0 {请过一个小时再试，也可以请居委会的工作人员再给一个码。} other {还可以再试 # 次。}}',
  'refusal.registry.delay-own': '自己申请的，不能自己批准。请由另外两位有权限的人来定。',
  'refusal.registry.nobody': '人房里没有这个证件号码。请核对。',
  'refusal.registry.hold-what': '请写一个证件号码，或者选一份导入的资料。',
  'refusal.registry.until': '截止日要在今天到 {day} 之间。',
  'refusal.registry.of-age':
    '这个人已经成年，不再登记父母。成年人的监护，要有法院的判决或指定监护人的文件。',
  'refusal.registry.guardian-proof': '这种材料不能证明这个人的监护。请换一种。',
  'refusal.registry.guardian-who':
    '没有找到可以当监护人的人：要在人房里登记过、成年、健在，而且不是本人。请核对证件号码。',
  'refusal.registry.consent-code':
    '家人码不对，或者过了十分钟。{left, plural, =0 {请过一个小时再试。} other {还可以再试 # 次。}}',
  'refusal.registry.mandate-item': '“{name}”要一家人各自同意核对，请本人来办，不能委托。',
  'refusal.registry.mandate-many': '这位已经在帮 {most} 个人办事，不能再多了。请换一位。',
  'refusal.registry.mandate-over':
    '这份委托已经到期，或者收回了。您写的还在手机上；要接着办，请对方再委托一次。',
  'refusal.registry.mandate-scope': '委托里没有这一件事。请对方再委托一次，或者请本人来办。',
  'refusal.registry.mandate-until': '最后一天要在今天到 {day} 之间。',
  'refusal.registry.mandate-what': '请选委托办哪些事。',
  'refusal.registry.mandate-who':
    '委托人和帮办人都要是成年人，而且不是同一个人。请核对亮证的是谁。',
  'refusal.registry.not-household':
    '登记里两位现在不是同一户，所以看不了。如果登记错了，请到居委会更正。',
  'refusal.registry.shown-code': '这个码不对，或者用过了、过时了。请再亮一次证，扫新的码。',
  'refusal.registry.own-household':
    '这是您本人或者同户的人。按回避的规定，请同事来办；您自己的信息，用手机在“我的数据”里看。',
  'refusal.registry.not-bound': '您的账号还没有绑定本人。请带上证件到居委会办一次，当场就好。',
  'refusal.registry.merge-self': '这是同一份档案，不用合并。',
  'refusal.registry.merge-documents':
    '两份档案有同一种证件，号码不同，看来是两个人。号码登记错了的话，请先更正再合并。',
  'refusal.registry.merge-survivor': '有证件的那份要留下。请换过来再合并。',
  'refusal.registry.merge-where': '两份档案登记的地方不同。请选现在哪个是对的。',
  'refusal.registry.merge-bound': '两份档案各绑定了一个账号。请先解除一个，再合并。',
  'refusal.registry.merge-over': '只能在 {day} 和以前撤销，现在过了。',
  'refusal.registry.merge-since':
    '合并以后，这个人又迁过，或者登记了去世，分不清是哪一位，不能撤销。请另外登记一位。',
  'refusal.objection.answered': '这条异议已经有了结果。请刷新后再看。',
  'refusal.objection.number-known':
    '这个证件号码已经登记在另一份档案上。请先核对是不是同一个人：是，就合并两份档案；不是，就不采纳并写明原因。',
  'refusal.objection.open': '这一项已经有人提了异议，正在核对。有了结果再提。',
  'refusal.objection.own': '这一项由居委会自己负责，直接更正就可以。',
  'refusal.objection.not-own': '这一项不由居委会负责。请提异议，由负责的部门核对。',
  'refusal.objection.nobody': '这一项现在找不到负责核对的部门。请联系系统管理员。',
  'refusal.objection.reason': '请写明为什么不改，提出的人看得到。',
  'refusal.objection.same': '新的值和现在的一样。',
  'refusal.objection.value': '请填写或选择正确的值。',
  'refusal.door.closed': '{line} 已停用，不能再登记。请换一处地址。',
  'refusal.door.grammar':
    '“{line}”还不成一个地址。请写到号或幢，例如 139弄4号；房屋写到室，例如 501室。',
  'refusal.door.hinted': '{line} 已经提过了，等街道答复。',
  'refusal.door.lived-until': '{line} 有人住到 {day}，停用的日子不能早于那天。',
  'refusal.door.lived-in': '{line} 还有人住。请先由居委会办理迁出，再停用。',
  'refusal.door.merge-since':
    '留下的这处后来停用了，或又并入了别处，不能撤销。请先撤销后来的那一次。',
  'refusal.door.merged': '{line} 已并入 {now}。如果是两处，请先在“可能是同一处”里撤销合并。',
  'refusal.door.place': '这里跨几个居委会，或还没有门牌。请选择属于哪个居委会。',
  'refusal.door.street': '两处不在同一个街道，不能合并。',
  'refusal.door.there': '{line} 已经有了。如果两处是同一处，请合并。',
  'refusal.group.ended': '这个楼组已经撤销，不能再改。',
  'refusal.group.place': '请选楼组设在哪个居村；要在您管的范围里。',
  'refusal.group.there': '已经有一个楼组叫“{name}”。请换一个名字。',
  'refusal.institution.credit':
    '统一社会信用代码是 18 位数字和大写字母，没有 I、O、S、V、Z。请核对后再填，没有就空着。',
  'refusal.institution.ended': '这个机构已经撤销，不能再改。',
  'refusal.institution.member': '请选一个人，或者填姓名。',
  'refusal.institution.phone': '电话只填数字和短横线，7 到 20 位。没有就空着。',
  'refusal.institution.place': '这个地方不归您管。请选您管的居村或街镇。',
  'refusal.institution.term': '届满的日子要在换届的日子之后。',
  'refusal.institution.there': '这里已经有“{name}”。',
} as const;
