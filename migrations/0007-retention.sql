-- What is kept how long (D-04, A-08): docs/retention.md says it for every table; src/store/retention.ts does it.

-- A contact that was given up is erased after its time; its keyed hash stays, or the register's copy of the address would count as verified again.
alter table clave.former_contacts alter column value drop not null;

-- The turn of work that one server does for all of them.
create table clave.recurring_work (
  name    text primary key,
  due_at  timestamptz not null,
  done_at timestamptz,
  -- What the last whole turn did, by the names of docs/retention.md.
  counts  jsonb
);
insert into clave.recurring_work (name, due_at) values ('retention', '-infinity');

-- A browser that ended lost its lane with an event; that its row goes later, or goes unused for as long as its cookie lives, is none.
drop trigger written_down on clave.devices;
create constraint trigger written_down after insert or update of ended_at, expires_at on clave.devices
  deferrable initially deferred for each row execute function clave.require_event();
create constraint trigger written_down_gone after delete on clave.devices
  deferrable initially deferred for each row
  when (old.ended_at is null and (old.expires_at is null or old.expires_at > clave.now()) and old.last_used_at > clave.now() - interval '365 days')
  execute function clave.require_event();

-- A-08: the beginning of a chain may go after its years. What stands here is where it goes on from: the number and hash of the last event that went.
alter table clave.person_streams add column trimmed_seq bigint not null default 0;
alter table clave.person_streams add column trimmed_hash bytea not null default '';

create function clave.guard_trim() returns trigger language plpgsql as $$
begin
  if new.trimmed_seq < old.trimmed_seq or new.trimmed_seq > new.seq or exists (
       select from clave.audit_events
        where person_key = new.person_key and seq <= new.trimmed_seq and at > clave.now() - interval '2 years') then
    raise exception 'A-08: events younger than two years stay' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger guard_trim before update of trimmed_seq, trimmed_hash on clave.person_streams
  for each row when (new.trimmed_seq <> old.trimmed_seq or new.trimmed_hash <> old.trimmed_hash)
  execute function clave.guard_trim();

create or replace function clave.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.personal is null and
     (new.person_key, new.seq, new.at, new.type, new.facts::text, new.personal_digest, new.hash, new.xid)
       is not distinct from
     (old.person_key, old.seq, old.at, old.type, old.facts::text, old.personal_digest, old.hash, old.xid) then
    return new; -- erasing the personal part is the one change allowed (LOPDP)
  end if;
  if tg_op = 'DELETE' and exists (select from clave.person_streams where person_key = old.person_key and trimmed_seq >= old.seq) then
    return old; -- its years are over, and the chain says so
  end if;
  raise exception 'AUDIT-1: audit events are append-only' using errcode = 'integrity_constraint_violation';
end $$;

-- By these the old rows are found without reading the young ones. None is on a column that a page updates.
create index audit_events_by_time on clave.audit_events (at);
create index audit_events_with_place on clave.audit_events (at) where personal is not null;
create index journeys_by_time on clave.journeys (begun_at);
create index links_by_time on clave.links (created_at);
create index outbox_by_time on clave.outbox (created_at);
create index outbox_by_link on clave.outbox (link_hash);
create index sessions_by_time on clave.sessions (started_at);
create index contact_changes_by_links on clave.contact_changes (current_link);
create index contact_changes_by_new_link on clave.contact_changes (new_link);
