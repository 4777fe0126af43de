// SPDX-License-Identifier: Apache-2.0
// What an import of places says, to operators and administrators.

const columns =
  'code {代码（code）} name {名称（name）} place {地点（place）} number {号（number）} category {类别（category）} lead {牵头（lead）} source {依据（source）}';

export const placesZh = {
  'import.at':
    '第 {at} {form, select, feature {个要素} other {行}}{field, select, none {} other {（{field}）}}：{why}',
  'import.done':
    '{file}：读了 {read, number} 条，新增 {added, number}，改动 {changed, number}，本来就一样 {same, number}，没有收 {faulty, number}。',
  'import.tried':
    '{file}：试了一遍，什么都没有改。读了 {read, number} 条，会新增 {added, number}，会改动 {changed, number}，本来就一样 {same, number}，收不了 {faulty, number}。',
  'import.more-faults': '还有 {count, number} 处同样收不了，没有列出。请先改好上面的再试。',
  'import.no-datum':
    '请用 --datum 写明坐标系（{known}）：国家大地坐标写 cgcs2000，高德、腾讯地图写 gcj02，百度写 bd09，GPS 写 wgs84。',
  'import.other-datum':
    '坐标系可能写错了：照 {given} 算，{own}% 的点在该在的范围里；照 {better} 算有 {share}%。请核对 --datum，用 --dry 再试。',
  'import.no-day': '「{value}」不是日期。请写成 2026-03-02 这样。',
  'import.not-yet': '边界要从今天（{day}）或以前生效。以后才生效的，请到那一天再导入。',
  'import.older': '「{what}」在这一天以后已经有新的了。请核对 --valid-from，或者用新的文件。',

  'import.no-header': '第一行没有认得的列名。请按文档的表头填写。',
  'import.broken-table': '第 {line} 行的引号没有配对，往下读不通。请改好这一行，再导入整个文件。',
  'import.unreadable': '文件里有乱码，认不出字。请用 Excel 另存为「CSV UTF-8」再导入。',
  'import.no-geojson':
    '这不是完整的 GeoJSON：要一个 FeatureCollection，或者一行一个 Feature。请重新导出。',
  'import.empty': '文件里一条也没有读到。请核对文件名和内容。',
  'import.no-wkt': '图形写得不对。请写 WKT，例如 POLYGON ((121.47 31.23, …))。',
  'import.needed': `缺{field, select, ${columns} other {{field}}}，请补上。`,
  'import.too-long': '太长，最多 {most} 个字。请删短。',
  'import.twice': '「{what}」在第 {first} 处已经有了，这一处没有收。请只留一处。',

  'import.no-shape': '没有图形，或者图形是空的。请补上坐标。',
  'import.other-shape':
    '图形是 {type}，这里要{kind, select, area {面（Polygon、MultiPolygon）} line {线（LineString、MultiLineString）} other {点（Point）}}。',
  'import.not-degrees':
    '坐标（{value}）不是经纬度。请先换算成度，经度在前、纬度在后；投影坐标（米）不能直接导入。',
  'import.ring': '有一圈边界没有闭合，或者少于三个角（{corners} 个点）。首尾两点要相同。',
  'import.invalid':
    '「{what}」的边界不成立：{reason}。请在制图软件里改好；要自动修补请加 --repair。',
  'import.repaired': '第 {at} 处「{what}」的边界已自动修补（原来：{reason}）。请在地图上看一眼。',

  'import.code': '「{value}」不是 12 位统计代码。',
  'import.code-used':
    '代码 {code} 的位置上已经有别的地方（代码 {other}）。代码换用时请先写明旧地方的失效日期。',
  'import.level':
    '级别「{value}」和代码不符，按代码应当是{level, select, city {市（city）} district {区（district）} street {街镇（street）} committee {居村（committee）} other {小区（estate）}}。',
  'import.no-parent': '上级「{value}」不在名单里，库里也没有。请先补上级，或者核对代码。',
  'import.renamed': '改名：「{before}」改为「{name}」。',
  'import.vanished':
    '名单里没有、库里还在用的有 {count, number} 个：{names}。它们都没有动；要撤并，请在名单里写上失效日期（valid_to）再导入。',

  'import.grid-kind': '没有「{value}」这种网格。请写综合网格、责任网格或单元网格。',
  'import.not-a-street': '「{value}」不是街镇。网格要写由哪个街镇的网格中心管。',
  'import.not-a-committee': '「{value}」不是居委会或村委会。门弄号要归到居村。',
  'import.no-district': '看不出「{what}」在哪个区。请写上 place，或者先导入区界。',
  'import.no-committee': '看不出「{what}」归哪个居村。请写上 place，或者先导入居村边界。',
  'import.no-door': '「{value}」里看不出门牌号。请分三列写：road、lane、number。',
  'import.status': '状态「{value}」不认得。请写「在用」或「已拆」。',
  'import.hall-street': '「{value}」不是街镇。受理中心要写在哪个街镇。',
  'import.hall-kind': '种类「{value}」不认得。请写「中心」或「分中心」。',
  'import.hall-hours': '时间「{value}」看不懂。请写成 8:30-11:30 13-16:30；不开门就空着。',
  'import.hall-list': '「{value}」不认得。可以写：{listed}。',
  'import.hall-windows':
    '窗口至少要一个，最多 99 个，每个至少能办一类。请写个数，或者每个窗口能办的业务，用分号隔开。',
  'import.hall-open': '{name}文件里没有了，可是正开着，没有撤。请关了再导入一次。',
  'import.hall-datum': '有经纬度，要用 --datum 写明坐标系。',
  'import.outside-city': '「{what}」的点在全市范围以外。请核对坐标、经纬度的先后和 --datum。',
  'import.astray':
    '有 {count, number} 个门弄号离自己的居村 300 米以上，已经收下，请核对：{names}。很多都这样，多半是坐标系写错了。',

  'import.overlap': '重叠 {area, number} 平方米：{names}（{around}，{at} 一带）。',
  'import.gap':
    '空白 {area, number} 平方米：{around}里没有人管的一块，旁边是 {names}（{at} 一带）。',
  'import.beyond': '越界 {area, number} 平方米：{names} 画到了{around}外面（{at} 一带）。',
  'import.more-seams':
    '另有 {count, number} 处更小的{key, select, overlap {重叠} gap {空白} other {越界}}没有列出。',
  'import.without-outline': '{around}还有 {count, number} 个没有边界：{names}。',

  'import.unknown-category': '没有「{value}」这个类别。请写类别编号，或者写目录里的全名。',
  'import.many-categories': '叫「{value}」的类别不止一个。请写类别编号，例如 event-01-10。',
  'import.unknown-organisation': '没有「{value}」这个单位。请先随人员名单导入，或者核对全名。',
  'import.many-organisations':
    '叫「{value}」的单位不止一个，看不出是哪一个。请先在单位里改成各自的全名。',
  'import.past': '责任清单不能往回写。请写今天（{day}）或以后的日期。',
  'import.assists-nobody': '牵头待定，就不要写协办。请把协办去掉，或者写明牵头。',
  'import.assists-itself': '「{value}」已经牵头，不能同时协办。请从协办里去掉。',
  'import.too-many': '协办单位最多 {most} 个。',

  'duty.ruled': '{ref} 的裁定：{reason}',
  'broken.duty.organisation': '单位「{name}」已经撤销',
  'broken.duty.place': '「{name}」已经撤并',
} as const;
export type PlacesKey = keyof typeof placesZh;
