// SPDX-License-Identifier: Apache-2.0
// What the command line says to operators.

export const operatorZh = {
  'cli.unknown': '没有「{name}」这个命令。',
  'cli.help': `lilong 命令：
  doctor [--demo]               看看机器、设置、数据库、岗位、日历、密钥有没有毛病
  migrate                       把数据库升到这个版本
  first-admins --place 编号 --organisation 单位
                                设第一批三个管理员
  places import 种类 文件       导入地名、边界、网格、道路、门弄号；--dry 只试不改
  registry import people | homes | institutions 文件 --source 谁给的 --under 代码
                                导入人、房、机构（.xlsx、.csv）；--dry 只试不改
  registry labels 文件 --supplier 单位
                                收下部门提供的标签；--dry 只试不改
  counters import 文件          导入受理中心：时间、窗口、语言、设备；--dry 只试不改
  password 账号                 管理员自己锁在外面时，给一个一次性口令
  backup 文件 [--with-keys]     备份数据库和文件；密钥要另加 --with-keys
  restore 文件 [--with-keys]    在空的部署里恢复；只验不恢复用 --check
  keys check | make | rotate | backup 文件 | restore 文件
  audit verify [--head 文件]    验证审计链；audit head 打印最新块头
  feedback                      看大家对产品的意见
  rules add                     升级以后，把新版本带来、目录里还没有的示例条目补上
  open311 key 名称 | keys | end 号码   Open311 接口的密钥
用法写成：npm run lilong -- doctor`,
  'cli.usage': '用法',
  'cli.file-there': '{file} 已经有了，不会覆盖。请换一个文件名。',
  'cli.no-file': '找不到 {file}。',
  'cli.no-folder': '没有 {folder} 这个目录。请先建好，或者换一个地方。',

  'migrate.needs-owner':
    '数据库要先升到这个版本，而这个账号没有权限。请设 DATABASE_ADMIN_URL（主人的地址），运行一次 lilong migrate。',
  'migrate.done': '数据库已经是最新：{count} 个迁移都跑过了。',

  'start.settings':
    '这些设置不对，请改好再启动（每项的说明在 docs/operations.md 末尾）：\n  {list}',
  'start.port-taken': '端口 {port} 已经被别的程序占用。请换一个端口：PORT={next} {command}',
  'start.port-closed':
    '不能用端口 {port}：1024 以下的端口一般要管理员权限。请换一个：PORT=8080 {command}',
  'start.no-address':
    '不能在地址 {address} 上听（{code}）。请检查 HOST：它要是本机的地址，例如 127.0.0.1。',
  'start.is-real': '这个数据库里是真实账户，不能用演示方式打开。请用 npm run serve。',
  'start.is-demo': '这个数据库是演示用的，不能当正式库。请换一个 DATA_DIR 或 DATABASE_URL。',
  'start.keys-rotating': '密钥换到一半（{file}）。请运行 lilong keys rotate，换完再启动。',
  'start.keys-gone':
    '数据库里的内容是用密钥 {used} 封的，而密钥文件不在（{file}）。请运行 lilong keys restore 把备份的密钥放回来，或者检查 KEYS 设得对不对。',
  'start.disk': '{path} 写不了（{code}）。请检查目录的属主、权限和磁盘空间。（{detail}）',
  'start.broke': '没能启动：{detail}\n请先运行 lilong doctor，看看哪里不对。',

  'doctor.level.good': '好',
  'doctor.level.warn': '注意',
  'doctor.level.bad': '不行',
  'doctor.sum':
    '{bad, plural, =0 {没有不行的地方} other {有 # 处不行}}，{warn, plural, =0 {也没有要注意的} other {有 # 处要注意}}。',
  'doctor.node': 'Node {version}。',
  'doctor.node-old': 'Node {version} 太旧，要 {least} 或更新。请重新运行 npm ci。',
  'doctor.disk': '磁盘还有 {free} GB（{folder}）。',
  'doctor.disk-scarce': '磁盘只剩 {free} GB（{folder}），请尽快腾地方。',
  'doctor.disk-full': '磁盘快满了，只剩 {free} GB（{folder}）。腾出地方之前，报事会存不下。',
  'doctor.files': '照片和录音的目录能写（{folder}）。',
  'doctor.files-locked': '照片和录音的目录不能写（{folder}）：{detail}。请检查目录属主和权限。',
  'doctor.keys': '密钥 {id} 完好，只有本账号能读（{file}）。请确认别处另有一份。',
  'doctor.keys-none': '还没有密钥（{file}）。第一次启动会自动生成，也可以运行 lilong keys make。',
  'doctor.keys-open': '密钥文件别人也能读（{file}）。请运行：chmod 600 {file}',
  'doctor.keys-broken': '密钥文件坏了（{file}）。请用 lilong keys restore 把备份的密钥放回来。',
  'doctor.keys-other':
    '这里的密钥是 {id}，数据库里的内容是用 {used} 封的，打不开。请把原来的密钥放回 {file}：移走这一个，再运行 lilong keys restore。',
  'doctor.settings': '正式使用要设的都设了。',
  'doctor.no-public-url': '没有设 PUBLIC_URL：短信和二维码里的地址会是 localhost。',
  'doctor.not-https': 'PUBLIC_URL（{url}）不是 https：登录会在网上明着走。',
  'doctor.no-trust-proxy':
    '只在 {host} 上听，前面多半有反向代理；请设 TRUST_PROXY=true，否则所有来客看起来是同一个地址。',
  'doctor.no-sms': '没有设 SMS_URL：居民收不到验证码，没法登录。',
  'doctor.sms-broken':
    "SMS_URL 里要有 '{phone}' 和 '{text}' 两处，并且要设 SMS_SECRET；否则程序不能启动。",
  'doctor.no-unit': '没有设 UNIT_NAME：「关于」页上不会写明由谁负责。',
  'doctor.dead-letters':
    '有 {count} 件通知试过多次还没送到，例如短信。日志里写着原因（delivery failed）。',
  'doctor.nothing-yet': '{folder} 里还没有数据库，第一次启动会建。',
  'doctor.folder-held':
    '数据目录 {folder} 正被进程 {holder} 使用（多半就是正在运行的里弄）。内置数据库一次只能由一个程序打开，请先停掉它再来。',
  'doctor.database-unreachable':
    '连不上数据库：{why, select, refused {那个地址没有 PostgreSQL 在听，请看它有没有启动、端口对不对} nowhere {找不到那台机器，请检查主机名} silent {没有回音，请检查网络和防火墙} password {密码不对} role {那个账号不能这样登录，请检查 pg_hba.conf} missing {没有那个库，请先建库} full {连接数满了，请调大 max_connections} other {见下}}。（{detail}）',
  'doctor.database':
    '数据库连得上（{kind, select, embedded {内置} other {PostgreSQL}} {version}）。',
  'doctor.database-old': 'PostgreSQL {version} 太旧，要 {least} 或更新。',
  'doctor.encoding': '数据库编码是 UTF8。',
  'doctor.encoding-other': '数据库编码是 {encoding}，存不下汉字。请用 ENCODING UTF8 重新建库。',
  'doctor.collation': '有 "C" 排序规则。',
  'doctor.collation-none': '没有 "C" 排序规则，这个数据库不能用。',
  'doctor.postgis': 'PostGIS {postgis} 已装好。',
  'doctor.postgis-none':
    '这个库里没有 PostGIS。请用超级用户在这个库里运行：create extension postgis',
  'doctor.clock': '程序和数据库的时钟一致。',
  'doctor.clock-off': '程序和数据库的时钟差 {seconds} 秒，请打开时间同步。',
  'doctor.clock-wrong':
    '程序和数据库的时钟差 {seconds} 秒，期限会算错。请先打开两边的时间同步（NTP）。',
  'doctor.migrations': '数据库结构是最新的。',
  'doctor.migrations-waiting': '有 {count} 个迁移还没跑（{names}）。请运行 lilong migrate。',
  'doctor.migrations-changed': '跑过的迁移后来被改了（{names}）。请用原版的程序文件。',
  'doctor.migrations-unknown': '数据库比程序新（{names}）。请换新版程序，旧版不要再连它。',
  'doctor.role': '程序用的账号 {name} 权限正好。',
  'doctor.role-superuser':
    '程序用的账号 {name} 是超级用户，什么都能改，审计就不可信了。请给程序单独建一个账号：create role … login in role lilong_program',
  'doctor.role-owner':
    '程序用的账号 {name} 是表的主人，能改审计记录。DATABASE_URL 请换成程序账号，主人的地址放 DATABASE_ADMIN_URL。',
  'doctor.role-lacks':
    '程序用的账号 {name} 权限不够。请用主人账号运行：grant lilong_program to {name}',
  'doctor.is-demo': '这个数据库是演示用的，不能当正式库。',
  'doctor.offices': '系统、安全、审计三种管理员都有人。',
  'doctor.offices-vacant': '还没有人担任：{roles}。请运行 lilong first-admins。',
  'doctor.calendar': '{year} 年的节假日安排已经按公布的录入。',
  'doctor.calendar-assumed':
    '{year} 年的节假日安排还是推定的，跨到那一年的期限可能要重算。公布以后请在「工作日历」里录入。',
  'doctor.calendar-broken': '工作日历读不通：{detail}。期限没法算，请在「工作日历」里改好。',

  'backup.done': '已备份到 {file}（{mb} MB，照片和录音 {files} 个）。',
  'backup.without-keys':
    '里面没有密钥 {id}。没有它，备份里的电话号码等打不开：请用 lilong keys backup 另存一份，放在别处。',
  'backup.nothing': '这里还没有可以备份的数据库。',
  'backup.no-program': '找不到 {name}。请安装 PostgreSQL 客户端（Debian：postgresql-client）。',
  'backup.program-failed': '{name} 没有成功：{detail}',
  'backup.unreadable': '{path} 不是完整的备份：{detail}',
  'backup.strange': '{path} 里有不该有的文件「{name}」，不会打开。',
  'backup.format': '{path} 的格式是 {format}，这个版本不认得。',
  'backup.changed': '{path} 里的「{name}」和备份时不一样，已经损坏。请换一份备份。',
  'backup.lacks': '{path} 里少了「{name}」，备份不完整。请换一份备份。',
  'restore.whole':
    '{file} 完好：{madeAt} 的备份，{database, select, embedded {内置数据库} other {PostgreSQL}}，{mode, select, demo {演示} other {正式}}，共 {files} 个文件，指纹都对。',
  'restore.done':
    '已恢复到 {madeAt} 的样子（{mode, select, demo {演示} other {正式}}）。接着请运行 lilong doctor 和 lilong audit verify。',
  'restore.not-empty': '这里已经有东西（{what}），不会覆盖。请恢复到空的 DATA_DIR 和空的数据库。',
  'restore.other-kind':
    '备份是{database, select, embedded {内置数据库} other { PostgreSQL }}的，这里设的是{here, select, embedded {内置数据库} other { PostgreSQL}}。请改 DATABASE_URL。',
  'restore.newer': '备份是更新的版本做的（{name}）。请用那个版本或更新的程序来恢复。',
  'restore.other-key': '{file} 里的密钥是 {id}，备份要的是 {wanted}。请先移走它。',
  'restore.needs-key':
    '这里没有密钥 {wanted}。请先运行 lilong keys restore，或者加 --with-keys 用备份里带的。',
  'restore.no-keys-inside': '这份备份没有带密钥。请先运行 lilong keys restore。',

  'keys.rotating': '正在把密钥 {from} 换成 {to}。中断了就再运行一次；换完以前程序不会启动。',
  'keys.resealed': '{table}：重新加密 {rows} 条。',
  'keys.rotated':
    '已换成密钥 {id}。旧密钥还留在 {file} 里，验证旧的封存块、打开旧备份要用。请马上另存一份：lilong keys backup 文件；几台机器的，每台都用 lilong keys restore 放进去。',
  'keys.damaged':
    '{table} 里的 {key} 打不开（{detail}）。它所在的一批没有动；处理好以后再运行一次。',
  'keys.running': '还有 {others} 个连接在用数据库。请先停下所有程序，再换密钥。',
  'keys.waiting-dropped':
    '{organisation}：还没等到本人的标签 {lines} 条已经作废，没有人知道是谁的号码。请它再发一次。',
  'keys.made': '已生成密钥 {id}（{file}）。请马上另存一份：lilong keys backup 文件',
  'keys.there': '{file} 已经有密钥，不会覆盖。',
  'keys.backed-up': '密钥 {id} 已加密存到 {file}。请放到别处，口令和它分开放。',
  'keys.restored': '密钥 {id} 已放回 {file}。',
  'keys.passphrase': '口令：',
  'keys.short': '口令至少要 {least} 个字。',
  'keys.no-passphrase': '要有口令：请在终端里输入，或者设 LILONG_PASSPHRASE。',
  'keys.not-opened': '打不开：口令不对，或者文件被改过。',

  'first.role':
    '{role, select, system_admin {系统管理员} safety_admin {安全管理员} auditor {审计员} other {{role}}}',
  'first.made': '以上是账号和一次性口令，只显示这一次。请分别交给三个人，第一次登录时要改口令。',

  'password.recovered':
    '以上是账号和一次性口令，只显示这一次，登录后要改。原来的登录都已退出，操作记录里留了一笔。',

  'audit.good': '审计链完好：{blocks} 块、{rows} 行都对得上，和库外留存的 {heads} 个块头一致。',
  'audit.bad':
    '审计链有 {total} 处不对（上面列出 {shown} 处）；看了 {blocks} 块、{rows} 行。请保留现场，先不要改数据库。',
  'audit.no-heads':
    '没有库外留存的块头（{file}）：末尾被截掉是看不出来的。平时请每天把 audit-heads.log 抄到别处，用 --head 指给我看。',
  'audit.nothing': '审计链还没有块，第一块在启动后一分钟内封上。',

  'rules.added': '补上了 {count} 条，都是示例，请在“目录”里核对。',
  'feedback.none': '还没有人提意见。',
} as const;
export type OperatorKey = keyof typeof operatorZh;
