-- What protects all people together: the breaker (PROOF-11), the watch (L-15, P-12) and the officers' pages. Nothing here names a person.

-- PROOF-11: failed proofings by the minute. Each adds to one of a few rows of its minute, chosen by chance, so that hardly two wait for each
-- other (docs/decisions/090-the-breaker.md). Half of each block is free, so that an update stays in it and touches no index.
create table clave.proofing_failures (
  minute   timestamptz not null,
  shard    smallint not null,
  failures integer not null check (failures > 0),
  primary key (minute, shard)
) with (fillfactor = 50);

-- Wrong keys by the minute, whosever: what is usual, and what is not.
create table clave.login_failures (
  minute   timestamptz primary key,
  failures bigint not null check (failures > 0)
);

-- Which numbers were tried, for an hour: keyed hashes cut to 8 bytes, under a key of the day, of the block a number stands in and of the number
-- itself. Unlogged: they never reach a backup of the log, and after a crash the hour begins anew.
create unlogged table clave.watched_tries (
  at     timestamptz not null,
  kind   text not null check (kind in ('number', 'employer')),
  crowd  bytea not null,
  member bytea not null
);
create index watched_tries_by_time on clave.watched_tries (at);

-- One row each time something began to be wrong. It stands until `until`; `most` is the largest count seen meanwhile.
create table clave.alarms (
  id      bigint generated always as identity primary key,
  code    text not null check (code ~ '^[a-z][a-z-]{1,39}$'),
  since   timestamptz not null,
  seen_at timestamptz not null,
  until   timestamptz,
  most    bigint not null check (most > 0),
  logged  text not null default 'nothing' check (logged in ('nothing', 'raised', 'ended'))
);
create unique index alarms_standing on clave.alarms (code) where until is null;

create function clave.guard_alarm() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' or (tg_op = 'DELETE' and (old.until is null or old.until > clave.now() - interval '2 years')) then
    raise exception 'L-15: alarms stay' using errcode = 'integrity_constraint_violation';
  end if;
  if tg_op = 'UPDATE' and ((new.id, new.code, new.since) is distinct from (old.id, old.code, old.since) or new.most < old.most
     or (old.until is not null and (new.until, new.most, new.seen_at) is distinct from (old.until, old.most, old.seen_at))) then
    raise exception 'L-15: an alarm only grows, and ends once' using errcode = 'integrity_constraint_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger only_grows before update or delete on clave.alarms for each row execute function clave.guard_alarm();
create trigger no_truncate before truncate on clave.alarms for each statement execute function clave.guard_alarm();

insert into clave.recurring_work (name, due_at) values ('watch', '-infinity');

-- Officers: a link the operator hands over begins one session (docs/decisions/092-the-officers-door.md). Hashes only, as for everybody.
create table clave.officer_links (
  token_hash  bytea primary key,
  case_number text not null check (case_number <> ''),
  made_at     timestamptz not null,
  used_at     timestamptz
);
create table clave.officer_sessions (
  id_hash     bytea primary key,
  case_number text not null,
  started_at  timestamptz not null,
  seen_at     timestamptz not null,
  ended_at    timestamptz
);

-- How strong the questions are for all people together, as `clave register strength` computed it last. Counts and sums, of nobody.
create table clave.odds_report (
  single   boolean primary key default true check (single),
  report   jsonb not null,
  kept_at  timestamptz not null
);
