// SPDX-License-Identifier: Apache-2.0
import type { OperatorKey } from './operator.zh.ts';

export const operatorEn: Readonly<Record<OperatorKey, string>> = {
  'cli.unknown': 'There is no command “{name}”.',
  'cli.help': `lilong commands:
  doctor [--demo]               what is wrong with machine, settings, database, roles, calendar, keys
  migrate                       bring the database up to this version
  first-admins --place NO --organisation NAME
                                appoint the first three administrators
  places import KIND FILE       names, outlines, grids, roads, doors; --dry only tries
  registry import people | homes | institutions FILE --source WHO --under CODE
                                people, homes or institutions (.xlsx, .csv); --dry only tries it
  registry labels FILE --supplier ORGANISATION
                                labels that a department supplies; --dry only tries it
  counters import FILE          service centres: hours, windows, languages, equipment; --dry only tries
  password LOGIN                a one-time password when an administrator is locked out
  backup FILE [--with-keys]     database and files; the keys only with --with-keys
  restore FILE [--with-keys]    into an empty deployment; --check only proves the file
  keys check | make | rotate | backup FILE | restore FILE
  audit verify [--head FILE]    prove the audit chain; audit head prints its newest head
  feedback                      what people say of the product
  rules add                     after an upgrade: example entries that are new and the catalogue lacks
  open311 key NAME | keys | end NUMBER   keys of the Open311 interface
Write it as: npm run lilong -- doctor`,
  'cli.usage': 'Usage:',
  'cli.file-there': '{file} is there already and will not be overwritten. Choose another name.',
  'cli.no-file': 'There is no {file}.',
  'cli.no-folder': 'There is no folder {folder}. Make it first, or choose another place.',

  'migrate.needs-owner':
    'The database has to be brought up to this version first, and this role may not do it. Set DATABASE_ADMIN_URL (the owner’s address) and run lilong migrate once.',
  'migrate.done':
    'The database is up to date: {count, plural, one {# migration has} other {# migrations have}} run.',

  'start.settings':
    'These settings are wrong; correct them and start again (docs/operations.md explains each at its end):\n  {list}',
  'start.port-taken': 'Another program has port {port}. Take another one: PORT={next} {command}',
  'start.port-closed':
    'Port {port} may not be used: ports below 1024 are usually for administrators. Take another one: PORT=8080 {command}',
  'start.no-address':
    'It cannot listen on {address} ({code}). Check HOST: it has to be an address of this machine, such as 127.0.0.1.',
  'start.is-real':
    'This database holds real accounts and does not open as a demonstration. Use npm run serve.',
  'start.is-demo':
    'This database is a demonstration. Real use needs another DATA_DIR or DATABASE_URL.',
  'start.keys-rotating': 'The key is half changed ({file}). Run lilong keys rotate, then start.',
  'start.keys-gone':
    'What the database holds was sealed with key {used}, and the key file is not there ({file}). Put the backed-up key back with lilong keys restore, or check KEYS.',
  'start.disk':
    '{path} cannot be written ({code}). Check the owner and the rights of the folder, and the room on the disk. ({detail})',
  'start.broke': 'It did not start: {detail}\nRun lilong doctor; it says what is wrong.',

  'doctor.level.good': 'good',
  'doctor.level.warn': 'note',
  'doctor.level.bad': 'BAD',
  'doctor.sum':
    '{bad, plural, =0 {Nothing is wrong} one {# thing is wrong} other {# things are wrong}}, {warn, plural, =0 {and nothing needs attention} one {# needs attention} other {# need attention}}.',
  'doctor.node': 'Node {version}.',
  'doctor.node-old': 'Node {version} is too old; {least} or newer is needed. Run npm ci again.',
  'doctor.disk': '{free} GB of disk are free ({folder}).',
  'doctor.disk-scarce': 'Only {free} GB of disk are free ({folder}). Make room soon.',
  'doctor.disk-full':
    'The disk is nearly full, {free} GB are left ({folder}). Until there is room, reports cannot be kept.',
  'doctor.files': 'The folder of photos and voice notes can be written ({folder}).',
  'doctor.files-locked':
    'The folder of photos and voice notes cannot be written ({folder}): {detail}. Check its owner and rights.',
  'doctor.keys':
    'Key {id} is whole and readable by this account only ({file}). Make sure that a copy is kept elsewhere.',
  'doctor.keys-none':
    'There is no key yet ({file}). The first start makes one; lilong keys make does it now.',
  'doctor.keys-open': 'Others can read the key file ({file}). Run: chmod 600 {file}',
  'doctor.keys-broken':
    'The key file is broken ({file}). Put the backed-up key back with lilong keys restore.',
  'doctor.keys-other':
    'The key here is {id}; what the database holds was sealed with {used} and cannot be opened. Put the first key back to {file}: move this one away and run lilong keys restore.',
  'doctor.settings': 'Everything that real use needs is set.',
  'doctor.no-public-url':
    'PUBLIC_URL is not set: addresses in messages and QR codes will say localhost.',
  'doctor.not-https': 'PUBLIC_URL ({url}) is not https: sign-ins travel in the open.',
  'doctor.no-trust-proxy':
    'It listens on {host} only, so a proxy is probably in front; set TRUST_PROXY=true, or all visitors look like one address.',
  'doctor.no-sms': 'SMS_URL is not set: residents get no code and cannot sign in.',
  'doctor.sms-broken':
    "SMS_URL needs both '{phone}' and '{text}' in it, and SMS_SECRET has to be set; the program does not start otherwise.",
  'doctor.no-unit': 'UNIT_NAME is not set: the About page will not say who answers for this.',
  'doctor.dead-letters':
    '{count, plural, one {# notice was} other {# notices were}} tried many times and not delivered, messages to phones among them perhaps. The log says why (delivery failed).',
  'doctor.nothing-yet': 'There is no database in {folder} yet; the first start makes it.',
  'doctor.folder-held':
    'The data folder {folder} is in use by process {holder}, probably Lilong itself. Only one program at a time can open the embedded database: stop that one first.',
  'doctor.database-unreachable':
    'The database cannot be reached: {why, select, refused {no PostgreSQL listens at that address; is it started, is the port right?} nowhere {there is no such machine; check the host name} silent {no answer; check network and firewall} password {the password is wrong} role {that role may not sign in this way; check pg_hba.conf} missing {there is no such database; create it first} full {it has no connection left; raise max_connections} other {see below}}. ({detail})',
  'doctor.database':
    'The database answers ({kind, select, embedded {embedded} other {PostgreSQL}} {version}).',
  'doctor.database-old': 'PostgreSQL {version} is too old; {least} or newer is needed.',
  'doctor.encoding': 'The database is encoded as UTF8.',
  'doctor.encoding-other':
    'The database is encoded as {encoding} and cannot hold Chinese. Create it again with ENCODING UTF8.',
  'doctor.collation': 'The collation "C" is there.',
  'doctor.collation-none': 'The collation "C" is missing; this database cannot be used.',
  'doctor.postgis': 'PostGIS {postgis} is installed.',
  'doctor.postgis-none':
    'PostGIS is not installed in this database. As a superuser, in this database, run: create extension postgis',
  'doctor.clock': 'Program and database agree on the time.',
  'doctor.clock-off':
    'The clocks of program and database are {seconds} s apart; switch time synchronisation on.',
  'doctor.clock-wrong':
    'The clocks of program and database are {seconds} s apart, and deadlines will be wrong. Switch time synchronisation (NTP) on for both.',
  'doctor.migrations': 'The tables are up to date.',
  'doctor.migrations-waiting':
    '{count, plural, one {# migration has} other {# migrations have}} not run yet ({names}). Run lilong migrate.',
  'doctor.migrations-changed':
    'Migrations were edited after they had run ({names}). Use the files as they were released.',
  'doctor.migrations-unknown':
    'The database is newer than the program ({names}). Use the newer program; an older one must not write here.',
  'doctor.role': 'The program’s role {name} may do what it needs and no more.',
  'doctor.role-superuser':
    'The program’s role {name} is a superuser and could change anything, so the audit proves nothing. Give the program a role of its own: create role … login in role lilong_program',
  'doctor.role-owner':
    'The program’s role {name} owns tables and could change the audit. Use the program’s role in DATABASE_URL and the owner’s address in DATABASE_ADMIN_URL.',
  'doctor.role-lacks':
    'The program’s role {name} lacks rights. As the owner, run: grant lilong_program to {name}',
  'doctor.is-demo': 'This database is a demonstration and not for real use.',
  'doctor.offices': 'System, safety and audit administrators are all appointed.',
  'doctor.offices-vacant': 'Nobody is appointed yet as: {roles}. Run lilong first-admins.',
  'doctor.calendar': 'The holidays of {year} are entered as published.',
  'doctor.calendar-assumed':
    'The holidays of {year} are assumed; deadlines that reach into it may be counted again. Enter them in the calendar once they are published.',
  'doctor.calendar-broken':
    'The calendar cannot be read: {detail}. No deadline can be counted until it is corrected.',

  'backup.done':
    'Backed up to {file} ({mb} MB, {files, plural, one {# photo or voice note} other {# photos and voice notes}}).',
  'backup.without-keys':
    'Key {id} is not in it. Without the key, phone numbers in the backup cannot be opened: keep a copy elsewhere with lilong keys backup.',
  'backup.nothing': 'There is no database here to back up yet.',
  'backup.no-program':
    '{name} is missing. Install the PostgreSQL client (Debian: postgresql-client).',
  'backup.program-failed': '{name} failed: {detail}',
  'backup.unreadable': '{path} is no whole backup: {detail}',
  'backup.strange': '{path} holds a file “{name}” that does not belong there; it is not opened.',
  'backup.format': '{path} is of format {format}, which this version does not know.',
  'backup.changed':
    '“{name}” in {path} is not what was backed up; the file is damaged. Use another backup.',
  'backup.lacks': '“{name}” is missing in {path}; the backup is not whole. Use another one.',
  'restore.whole':
    '{file} is whole: a backup of {madeAt}, {database, select, embedded {embedded database} other {PostgreSQL}}, {mode, select, demo {demonstration} other {real use}}, {files} files, every digest right.',
  'restore.done':
    'Restored as it was at {madeAt} ({mode, select, demo {demonstration} other {real use}}). Now run lilong doctor and lilong audit verify.',
  'restore.not-empty':
    'Something is here already ({what}) and will not be overwritten. Restore into an empty DATA_DIR and an empty database.',
  'restore.other-kind':
    'The backup is of {database, select, embedded {the embedded database} other {PostgreSQL}}, the settings here say {here, select, embedded {the embedded database} other {PostgreSQL}}. Change DATABASE_URL.',
  'restore.newer':
    'The backup was made by a newer version ({name}). Restore it with that version or a newer one.',
  'restore.other-key': 'The key in {file} is {id}; the backup needs {wanted}. Move it away first.',
  'restore.needs-key':
    'Key {wanted} is not here. Run lilong keys restore first, or add --with-keys to use the one in the backup.',
  'restore.no-keys-inside': 'This backup carries no key. Run lilong keys restore first.',

  'keys.rotating':
    'Key {from} gives way to {to}. Interrupted, run the same again; until it is done the program does not start.',
  'keys.resealed': '{table}: {rows} sealed again.',
  'keys.rotated':
    'The key is now {id}. The earlier ones stay in {file}: older blocks of the audit and older backups need them. Keep a copy at once: lilong keys backup FILE. On several machines put it in each with lilong keys restore.',
  'keys.damaged':
    '{key} in {table} does not open ({detail}). Its batch was left as it was; mend it and run the same again.',
  'keys.running': '{others} connections are using the database. Stop every program first.',
  'keys.waiting-dropped':
    '{organisation}: {lines} labels that waited for somebody are dropped, for nobody knows the numbers. Ask it to supply them again.',
  'keys.made': 'Key {id} was made ({file}). Keep a copy at once: lilong keys backup FILE',
  'keys.there': '{file} holds a key already and will not be overwritten.',
  'keys.backed-up':
    'Key {id} was encrypted to {file}. Keep it elsewhere, and the passphrase apart from it.',
  'keys.restored': 'Key {id} was put back to {file}.',
  'keys.passphrase': 'Passphrase:',
  'keys.short': 'A passphrase has at least {least} characters.',
  'keys.no-passphrase': 'A passphrase is needed: type it at a terminal, or set LILONG_PASSPHRASE.',
  'keys.not-opened': 'It cannot be opened: the passphrase is wrong, or the file was changed.',

  'first.role':
    '{role, select, system_admin {system administrator} safety_admin {safety administrator} auditor {auditor} other {{role}}}',
  'first.made':
    'These are the logins and one-time passwords, shown this once. Give them to three different people; each chooses a password at first sign-in.',

  'password.recovered':
    'This is the login with a one-time password, shown this once; it is to be changed at sign-in. All its sessions have ended, and the audit has a line of it.',

  'audit.good':
    'The audit chain holds: {blocks} blocks and {rows} rows are as they were sealed, and agree with {heads} heads kept outside.',
  'audit.bad':
    'The audit chain has {total} faults ({shown} of them above); {blocks} blocks and {rows} rows were looked at. Keep the database as it is until they are explained.',
  'audit.no-heads':
    'No heads were kept outside the database ({file}): an end that was cut off cannot be noticed. Copy audit-heads.log elsewhere every day, and name the copy with --head.',
  'audit.nothing':
    'The chain has no block yet; the first one is sealed within a minute of the start.',

  'rules.added':
    '{count, plural, one {# entry} other {# entries}} added, all of them examples: check them under Catalogue.',
  'feedback.none': 'Nobody has said anything yet.',
};
