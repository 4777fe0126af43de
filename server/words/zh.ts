// SPDX-License-Identifier: Apache-2.0
// What the server itself says: to operators on the command line, to auditors, on the interface page.

export const zh = {
  'audit.fault.row-changed': '第 {row} 行记录被改过（在第 {block} 块里）。',
  'audit.fault.row-missing': '第 {row} 行记录不见了，它封存在第 {block} 块里。',
  'audit.fault.rows-missing':
    '第 {block} 块少了 {count} 行记录，连同封条一起不见了，行号在 {first} 到 {last} 之间。',
  'audit.fault.row-unsealed': '第 {row} 行记录写下已过十分钟，还没有封存。',
  'audit.fault.block-changed':
    '第 {block} 块（第 {first} 到 {last} 行）的指纹对不上：块或封条被改过。',
  'audit.fault.block-missing': '从第 {block} 块起少了 {count} 块。',
  'audit.fault.chain-broken': '第 {block} 块接不上前一块。',
  'audit.fault.signature-wrong': '第 {block} 块的签名不对。',
  'audit.fault.key-other': '第 {block} 块是用密钥 {key} 签的，本机的密钥是 {own}。',
  'audit.fault.cut-off':
    '库外留存的块头到第 {block} 块，库里只到第 {last} 块：末尾少了 {count} 块。',
  'audit.fault.head-other': '第 {block} 块和库外留存的块头不一致。',

  'docs.title': '里弄接口',
  'docs.demo': '这是演示城市，里面的人和事都是编的。',
  'docs.lead': '这里列出本机现在提供的全部接口，和程序用的是同一份约定。',
  'docs.json': '机器读的版本（OpenAPI 3.1）',
  'docs.open311':
    '给别人写的程序还有 Open311 GeoReport v2，地址是 {address}，有 .json 和 .xml 两种，送报事要密钥。',
  'docs.open': '不用登录',
  'docs.signed-in': '要登录',
  'docs.fields': '参数',
  'docs.needed': '必填',
  'docs.body': '送什么',
  'docs.reply': '回什么',
  'docs.refused': '不成时回一份问题说明（RFC 9457）：code 给程序看，detail 给人看。',

  'office.demo-unit': '示例单位（演示）',

  'broken.body':
    '{rule, select, required {缺「{path}」} additionalProperties {多了「{path}」} other {「{path}」填得不对}}',
  'broken.key': '按内容，编号应当是「{wanted}」',
  'broken.past': '生效日期不能早于今天（{today}）',
  'broken.order': '失效日期不能早于生效日期（{from}）',
  'broken.from': '生效日期和内容里的起始日期（{from}）不一致',
  'broken.label-level':
    '第 5 级的标签只能由部门提供，而且部署时要打开 CASE_LABELS；现在没有打开，或不是部门提供的',
  'broken.label': '「{found}」不能做成标签：艾滋病感染、宗教信仰，谁都不得登记',
  'broken.category': '没有「{category}」这个类别，请先加类别',
  'broken.item':
    '{fault, select, limits {承诺时限长于法定时限：{name}} code {编码不对：{name}} question {情形或条件指向没有的问题或选项：{name}} choice {选项和名称的个数不一样：{name}} field {表单字段不对：{name}} held {“{name}”系统里已经有了，请关联数据项，或写明为什么还要问} element {“{name}”写明由系统提供，请关联数据项} rule {即办规则不对：{name}} visits {要到现场的，请写明为什么} part {一件事的分项里没有这个字段或材料：{name}} unasked {免申即享只能看系统里的数据项，不能看问答：{name}} other {{name}}}',
  'broken.organisation': '没有 {organisation} 号机构',
  'broken.calendar': `{which, select, office_hours {{of} 起的工作时间} year {{of} 年} other {工作日历}}：{reason, select, no_year {年份不对} no_status {要写明已公布还是推定} year_twice {这一年写了两次} no_list {要有放假和上班两份名单} no_date {「{value}」不是日期} other_year {「{value}」不在这一年} date_twice {「{value}」写了两次} works_anyway {「{value}」本来就上班} published_empty {已公布的年份不能没有假日} no_spans {没有工作时段} no_time {「{value}」不是时间} spans_out_of_order {工作时段「{value}」前后颠倒或重叠} ends_before_start {结束早于开始} overlap {和「{value}」起的那一条重叠} gap {到「{value}」之间有空档} no_end_allowed {最后一条不能有结束日期} no_office_hours {没有工作时间} other {{reason}}}`,

  'open311.key-made': '{name}的密钥是 {no} 号，只显示这一次，请马上交给对方：',
  'open311.key-ended': '{no} 号密钥已经停用。它报过的事还在。',
  'open311.key-none': '没有 {no} 号密钥，或者它已经停用了。',
  'open311.unit': '部署单位',
  'open311.contact': '{unit}，{address}',
  'open311.key-service': '密钥由{unit}发放，请和他们联系。',
  'open311.key-demo': '演示城市里直接用密钥 demo。',
  'open311.condition': '{limit}内办好的情形：{when}',
  'open311.limit-kind': '处置时限',
  'open311.answer-by': '最晚 {until} 第一次答复。',
  'open311.solve-by': '最晚 {until} 办好。',
  'open311.ask-at': '有事请打{place}电话 {phone}，报上编号。',
  'open311.photos-kept': '收到照片 {count} 张。',
  'open311.links-kept':
    '照片链接 {count} 个已经转给经办人；照片本身没有取下来，本机不访问外面的地址。',
  'open311.media-left': '有 {count} 个附件不是照片，没有收下。',
  'open311.of-kind': '{name}（{kind, select, event {事件} component {部件} other {社区事项}}）',
  'open311.not-accepted': '没有受理。',
  'open311.forced-close': '停办了。',

  'assistance.answered': '{count} 项核对都有了回复。',
  'assistance.visit': '入户核查。',
  'assistance.visited': '入户核查已完成。',
  'assistance.notice-over': '公示期满，{count, plural, =0 {没有异议} other {有 # 件异议}}。',
  'assistance.list': '低保等社会救助发放名册',
  'assistance.column.no': '序号',
  'assistance.column.name': '姓名',
  'assistance.column.ref': '申请编号',
  'assistance.column.category': '类别',
  'assistance.column.people': '人数',
  'assistance.column.amount': '金额（元）',
  'assistance.category.minimum': '最低生活保障',
  'assistance.category.edge': '低保边缘家庭',
  'assistance.category.rigid': '刚性支出困难家庭',
  'assistance.says.category': '类别',
  'assistance.says.people': '家庭人数',
  'assistance.says.count': '{count} 人',
  'assistance.sum': '合计',
} as const;
export type ServerKey = keyof typeof zh;
