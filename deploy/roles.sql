-- Run once as a superuser of PostgreSQL: psql -v owner_password=… -v program_password=… -f deploy/roles.sql
-- Names may be changed, save lilong_program: the program's rights hang on it.

-- Owns the tables; migrations and backups sign in as it.
create role lilong_owner login password :'owner_password';
-- What the program may do. Nobody signs in as it.
create role lilong_program nologin;
-- What the program signs in as. It owns nothing and cannot change the audit.
create role lilong_app login password :'program_password' in role lilong_program;

create database lilong owner lilong_owner encoding 'UTF8' locale 'C' template template0;
\connect lilong
create extension postgis;
