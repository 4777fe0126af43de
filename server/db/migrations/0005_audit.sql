-- The seal over kernel.audit: blocks that chain, and the row that each covers. All tables are city-wide, append-only.
create schema audit;

create table audit.block (
  no        bigint      primary key check (no >= 1),
  prev      text        not null,                  -- hash of the block before; 64 zeros for the first
  hash      text        not null check (hash ~ '^[0-9a-f]{64}$'), -- SM3 of number, moment, prev and each row's text
  rows      int         not null check (rows >= 1),
  first_row bigint      not null,
  last_row  bigint      not null check (last_row >= first_row),
  at        timestamptz not null,
  key_id    text        not null,
  signature text        not null                   -- Ed25519 over the hash; the key lives outside the database
);

-- Which block covers a row. Rows commit out of their numbers' order, so the blocks' ranges may overlap.
create table audit.seal (
  row   bigint primary key,                        -- kernel.audit.no; no foreign key, so that a missing row shows
  block bigint not null references audit.block (no),
  mark  text   not null                            -- start of the SM3 of the row's text: names the row that was changed
);
create index seal_block_idx on audit.seal (block, row);
