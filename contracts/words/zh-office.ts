// SPDX-License-Identifier: Apache-2.0
const stateNames =
  'reported {已上报} pending_verify {待核实} pending_register {待立案} pending_dispatch {待派遣} pending_handle {待处置} handling {处置中} handle_finish {待反馈确认} pending_check {待核查} pending_close {待结案} closed {已结案} forced_close {强制结案} not_accepted {不予受理}';
const roleNames =
  'committee_worker {居委会干部} dispatcher {网格调度员} department_officer {部门承办人} crew {处置人员} checker {核查员} street_leader {街道领导} counter_clerk {综合窗口} centre_manager {中心负责人} district {区级人员} city {市级人员} item_owner {事项管理员} system_admin {系统管理员} safety_admin {安全管理员} auditor {审计员} resident {报事人} public {市民} system {系统}';
const needNames =
  'category {类别} condition {立案条件} reason {理由} reason_code {不受理的理由} organisation {承办单位} ground {退回依据} photo_or_reason {处置后的照片，或者不拍照的理由} outcome {给报事人的结果} closing {结案条件} crew {处置人员} answer {答复} until {日期} words {情况说明}';
const kindNames =
  'city_office {市级部门} district_department {区级部门} district_centre {区城运中心} utility {公用企业} street_office {街镇} grid_centre {网格中心} committee {居村委会} crew {作业队} emergency {应急力量} other {{there}}';

/** What only the office, its clients and the server say. */
export const office = {
  'sms.code':
    '【里弄】验证码 {code}，{minutes} 分钟内有效。请不要告诉任何人，工作人员也不会向您要。',
  'sms.remind':
    '【里弄】{number} 号：{ahead, plural, =0 {下一个就是您} other {前面还有 # 位}}，请回{hall}等叫号。',
  'sms.called': '【里弄】{number} 号叫到了，请到{hall}{window}。',
  'sms.booking-unfit':
    '【里弄】您约的 {when} 在{hall}，那时的开门时间或窗口变了，可能办不上。请打开“我的预约”改一个时间；不方便改的，也可以照常来。',
  'sms.booking-fits': '【里弄】您约的 {when} 在{hall}，现在又办得上了，请照常来，预约码 {code}。',
  'sms.booking-moved':
    '【里弄】{hall}把您的预约改到了 {when}，预约码 {code}。这个时间不方便，请打开“我的预约”再改。',

  'refusal.auth.wrong-password': '账号或者密码不对。请再输一次，忘了密码请找系统管理员重设。',
  'refusal.auth.locked':
    '密码错得太多，账号先锁住 {minutes} 分钟。到时再试，或者请系统管理员重设密码。',
  'refusal.auth.no-such-post': '这个岗位不是您的，或者已经到期。请另选一个岗位。',
  'refusal.auth.own-grant': '不能给自己审批权限。请另一位安全管理员来批。',
  'refusal.auth.same-password': '新密码和现在的一样，请换一个。',
  'refusal.auth.loan-too-long': '岗位最多借出 {days} 天，请把结束时间提前。',
  'refusal.auth.roles-apart':
    '系统、安全、审计三种管理员要由不同的人担任。请换一个人，或者先结束他现有的管理岗位。',
  'refusal.auth.staff-there':
    '库里已经有工作人员，第一批管理员只能建一次。忘了密码请找同类管理员重设。',
  'refusal.auth.decided': '这个岗位已经批过，或者已经结束。请刷新名单再看。',
  'refusal.cases.wrong-state': `案件 {ref} 现在是「{state, select, ${stateNames} other {{state}}}」，不能这样办。请看一下最新情况再决定。`,
  'refusal.cases.changed': `案件 {ref} 刚刚被{who, select, ${roleNames} other {{who}}}改过，现在是「{state, select, ${stateNames} other {{state}}}」。请看过新情况再办，您写的内容还在。`,
  'refusal.cases.need': `还缺一项：{need, select, ${needNames} other {{need}}}。请补上再送。`,
  'refusal.cases.category-retired': '类别「{name}」只用到 {day}，请另选一个。',
  'refusal.cases.category-not-yet': '类别「{name}」从 {day} 起才能用，请另选一个。',
  'refusal.cases.outside-no-known':
    '编号「{no}」已经录过，是案件 {ref}。请先核对编号；真是同一件，到那个案件里接着办。',
  'refusal.cases.not-offered': `选的{need, select, ${needNames} other {{need}}}不在现在的名单里。请从列出的几项里重新选一项。`,
  'refusal.cases.nobody-accepts':
    '「{name}」现在没有人接单。请改派别的单位，或者请系统管理员先给它设一个部门承办人岗位。',
  'refusal.cases.no-third-return':
    '案件 {ref} 退回过两次，已由街道领导裁定给你单位，不能再退。来不及请申请延期，有难处请和街道联系。',
  'refusal.cases.appeal-not-possible':
    '现在不能申诉：{why, select, state {案件要先结案，再开一轮的也不行} in_time {这件是按期办完的} used {这件已经申诉过一次} nothing {没有等着审的申诉} other {这一步要由另一位来审：先网格调度员，后街道领导}}。',
  'refusal.cases.take-back-crew': '案件 {ref} 还派在处置人员手里。请先收回派工，再退回。',
  'refusal.cases.undo-over':
    '一分钟已过，或者后面已经有人接着办，案件 {ref} 不能撤销了。要改请按流程退回。',
  'refusal.cases.adjudicate-first': '案件 {ref} 要先由街道领导裁定，裁定后才能再派。',
  'refusal.cases.delay-not-possible':
    '现在不能申请：{why, select, late {期限已经过了} used {次数已经用完} waiting {前一个申请还没批} too_long {日期超过了允许的最长期限} past {日期要在今天以后} lead {只有牵头单位可以申请} state {案件不在处置中} other {{why}}}。',
  'refusal.cases.not-same-street': '案件 {ref} 不在同一个街道，不能并在一起。',
  'refusal.cases.nobody-to-ask': '案件 {ref} 的报事人没有账号，在手机上收不到问题。请打电话问。',
  'refusal.catalogue.broken': '「{key}」这一条不能用：{why}。请改好再存。',
  'refusal.catalogue.own-draft': '自己写的草案要由别人审批。',
  'refusal.catalogue.decided': '「{key}」这份草案已经批过了。请刷新再看。',
  'refusal.import.columns': '表头缺「{column}」这一列。请按模板的表头另存后再导入。',
  'refusal.import.garbled': '文件里有乱码，认不出字。请用 Excel 另存为「CSV UTF-8」再导入。',
  'refusal.import.quotes': '这一行的引号没有配对，往下读不通。请改好这一行。',
  'refusal.import.unknown-kind': '没有「{value}」这种机构类型。请按模板说明里的名称填写。',
  'refusal.import.kind-differs': `这个单位已经登记为「{there, select, ${kindNames}}」，表里写的是「{value}」。类型不能这样改：写错了请改表，是另一个单位请换一个名称。`,
  'refusal.import.unknown-role': '没有「{value}」这种岗位。请按模板说明里的名称填写。',
  'refusal.import.unknown-place': '找不到「{value}」这个地方。请写全名，或者写 12 位统计代码。',
  'refusal.import.many-places': '叫「{value}」的地方不止一个。请写 12 位统计代码。',
  'refusal.import.outside': '「{value}」不在您管理的范围内。请交给上一级的系统管理员导入。',
  'refusal.import.login-taken': '账号「{value}」已经是别人的。请换一个账号。',
  'refusal.open311.key':
    '没有带 api_key，或者这个密钥不对、已经停用。请向部署单位要一个能用的密钥。',
  'refusal.open311.form':
    '请用表单格式（application/x-www-form-urlencoded，带照片时用 multipart/form-data，UTF-8）送，一个字段一个值。',
  'refusal.open311.format': '这里只有 .json 和 .xml 两种格式，请在地址末尾写上其中一种。',
  'refusal.open311.service': '没有编号是「{code}」的服务。请从 services 的名单里选一个。',
  'refusal.open311.request':
    '没有编号是「{ref}」的报事，或者它不对外公开。是您报的，请带上当时的 api_key 再查。',
  'refusal.open311.ended': '编号是「{ref}」的报事已经结束，不能再补充。还没有解决，请重新报一次。',
  'refusal.open311.path': '没有这个接口。有哪些接口，请看 /api/docs。',
  'refusal.open311.moment':
    '「{field}」写得不对。请写日期、时间和时区，例如 2026-03-02T09:00:00+08:00。',
  'refusal.open311.span':
    '开始和结束最多相隔 {days} 天，开始要在结束之前。请分几次查，每次短一点。',
  'refusal.open311.where':
    '没有说在哪里。请送 lat 和 long（WGS 84），或者 address_string，或者 address_id。',
  'refusal.open311.address':
    '找不到「{address}」。请写路名和弄号，例如南京东路139弄，或者送 lat 和 long。',
  'refusal.open311.addresses':
    '不止一个居委会有「{address}」：{names}。请加上弄号，或者送 lat 和 long。',

  'state.reported': '已上报',
  'state.pending_verify': '待核实',
  'state.pending_register': '待立案',
  'state.pending_dispatch': '待派遣',
  'state.pending_handle': '待处置',
  'state.handling': '处置中',
  'state.handle_finish': '待反馈确认',
  'state.pending_check': '待核查',
  'state.pending_close': '待结案',
  'state.closed': '已结案',
  'state.forced_close': '强制结案',
  'state.not_accepted': '不予受理',

  'move.register': '立案',
  'move.decline': '不予受理',
  'move.verify': '派人核实',
  'move.self_handle': '自处置',
  'move.raise': '上报网格',
  'move.verified': '属实',
  'move.not_found': '未见该情况',
  'move.dispatch': '派遣',
  'move.rule': '裁定派遣',
  'move.unregister': '退回立案',
  'move.force_close': '强制结案',
  'move.accept': '接单',
  'move.arrive': '到场',
  'move.return': '退回派遣',
  'move.recall': '收回派遣',
  'move.assign': '派工',
  'move.revoke': '收回派工',
  'move.crew_done': '处置完成',
  'move.finish': '报完成',
  'move.redo': '要求重做',
  'move.pass': '核查通过',
  'move.rework': '返工',
  'move.close': '结案',
  'move.recheck': '退回核查',
  'move.not_solved': '没有解决',

  'act.ask': '问报事人',
  'act.answer': '回答',
  'act.supervise': '督办',
  'act.release': '公开内容',
  'act.merge': '并案',
  'act.unmerge': '取消并案',
  'act.undo': '撤销',
  'act.print_order': '打印派工单',
  'act.ask_extension': '申请延期',
  'act.ask_suspension': '申请挂账',
  'act.decide_extension': '审批延期',
  'act.decide_suspension': '审批挂账',
  'act.appeal': '超时申诉',
  'act.decide_appeal': '审申诉',
  'act.take_call': '接电话',
  'act.rate': '评价',
  'act.reveal': '看联系方式',

  'need.category': '类别',
  'need.condition': '立案条件',
  'need.reason': '理由',
  'need.reason_code': '不受理的理由',
  'need.organisation': '承办单位',
  'need.ground': '退回依据',
  'need.photo_or_reason': '处置后的照片，或者不拍照的理由',
  'need.outcome': '给报事人的结果',
  'need.closing': '结案条件',
  'need.answer': '答复',
  'need.until': '到哪一天',
  'need.words': '情况说明',

  'organisation.city_office': '市级部门',
  'organisation.district_department': '区级部门',
  'organisation.district_centre': '区城运中心',
  'organisation.utility': '公用企业',
  'organisation.street_office': '街镇',
  'organisation.grid_centre': '网格中心',
  'organisation.committee': '居村委会',
  'organisation.crew': '作业队',
  'organisation.service_centre': '受理服务中心',
  'organisation.emergency': '应急力量',

  'channel.home': '居民',
  'channel.committee': '居委上报',
  'channel.patrol': '巡查',
  'channel.phone': '来电',
  'channel.hotline_12345': '12345',
  'channel.open311': '开放接口',

  'lateness.late': '超时',
  'lateness.soon': '快到期',
  'lateness.ok': '期限内',
  'lateness.none': '没有期限',

  'step.report': '报事',
  'step.register': '立案',
  'step.dispatch': '派遣',
  'step.handle': '处置',
  'step.check': '核查',
  'step.close': '结案',

  'photo.near': '近景',
  'photo.far': '远景',
  'photo.reference': '参照',
  'photo.before': '处置前',
  'photo.after': '处置后',
  'photo.voice': '语音',

  'bucket.mine': '该我办',
  'bucket.register': '待立案',
  'bucket.dispatch': '待派遣',
  'bucket.handle': '处置中',
  'bucket.check': '待核查',
  'bucket.close': '待结案',
  'bucket.late': '超时',
  'bucket.open': '全部未结',
  'bucket.ended': '已了结',

  'catalogue.category': '案件类别',
  'catalogue.condition': '立案结案条件',
  'catalogue.limit': '时限',
  'catalogue.office_hours': '工作时间',
  'catalogue.calendar_year': '工作日历',
  'catalogue.decline_reason': '不受理理由',
  'catalogue.return_ground': '退回依据',
  'catalogue.purpose': '查看目的',
  'catalogue.label': '标签字典',
  'catalogue.element': '数据项目录',
  'catalogue.service': '窗口业务类',
  'catalogue.item': '事项清单',
  'catalogue.rating_reason': '评价的原因',
  'catalogue.setting': '设置',

  'indicator.register': '立案率',
  'indicator.register_on_time': '按时立案率',
  'indicator.dispatch_on_time': '按时派遣率',
  'indicator.right_dispatch': '准确派遣率',
  'indicator.handle': '处置率',
  'indicator.handle_on_time': '按期处置率',
  'indicator.close': '结案率',
  'indicator.close_on_time': '按期结案率',
  'indicator.return': '回退率',
  'indicator.rework': '返工率',
  'indicator.extension': '延期率',
  'indicator.suspension': '挂账率',
  'indicator.first_pass': '核查通过率',
  'indicator.frequent': '高发占比',
  'indicator.repeated': '重复率',

  'limit.urgent_hour': '{count} 个紧急工作时',
  'limit.work_hour': '{count} 个工作时',
  'limit.work_day': '{count} 个工作日',
  'limit.natural_day': '{count} 个自然日',

  'level.city': '市',
  'level.district': '区',
  'level.street': '街镇',
  'level.committee': '居村委会',
  'level.estate': '小区',

  'case.no-words': '没有写字，请看照片或者听录音',

  'purpose.call_back': '回复报事人',
  'purpose.clarify': '问清情况',
  'purpose.on_site': '约到现场',
  'purpose.complaint': '处理投诉',
} as const;
export type OfficeWords = Readonly<Record<keyof typeof office, string>>;
