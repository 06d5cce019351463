-- D-03: erasing destroys the key of a person in the key ring (docs/decisions/081-a-key-of-each-person.md).

-- How often, so that a server that has not read the ring since can write nothing for the person that nobody could read afterwards.
alter table clave.person_streams add column erasures smallint not null default 0;
create index person_streams_erased on clave.person_streams (person_key) where erasures > 0;

-- A sealed value begins with a byte whose highest bit says "a key of the person" and one with its generation (src/security/field-cipher.ts).
create function clave.sealed_generation(p_sealed bytea) returns integer language sql immutable strict
  return case when length(p_sealed) > 1 and get_byte(p_sealed, 0) >= 128 then get_byte(p_sealed, 1) end;

create or replace function clave.append_event(p_person bytea, p_type text, p_facts text, p_personal bytea default null, out o_seq bigint, out o_hash bytea)
language plpgsql as $$
declare
  v_at       timestamptz := clave.now();
  v_digest   bytea := sha256(p_personal);
  v_erasures smallint;
begin
  insert into clave.person_streams as s (person_key, seq, head) values (p_person, 0, '') on conflict do nothing;
  update clave.person_streams s
     set seq = s.seq + 1,
         head = sha256(s.head || convert_to(concat_ws(chr(10), encode(p_person, 'hex'), s.seq + 1,
           to_char(v_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), p_type, p_facts,
           coalesce(encode(v_digest, 'hex'), '')), 'UTF8'))
   where s.person_key = p_person
  returning s.seq, s.head, s.erasures into o_seq, o_hash, v_erasures;
  -- Behind the lock of the row: whatever an event with a sealed part comes with was sealed in the same breath.
  if clave.sealed_generation(p_personal) < v_erasures then
    raise exception 'D-03: sealed under a key that was destroyed; this key ring is older than the last erasure' using errcode = 'integrity_constraint_violation';
  end if;
  insert into clave.audit_events (person_key, seq, at, type, facts, personal, personal_digest, hash)
  values (p_person, o_seq, v_at, p_type, p_facts::json, p_personal, v_digest, o_hash);
end $$;

-- The same for whoever changes something under the person's lock: `p_generation` is what the caller would seal with.
drop function clave.lock_person(bytea);
create function clave.lock_person(p_person bytea, p_generation integer) returns timestamptz language plpgsql as $$
declare
  v_erasures smallint;
begin
  select erasures into v_erasures from clave.person_streams where person_key = p_person for update;
  if not found then
    -- Of two at once the second waits here, and then finds the row of the first.
    insert into clave.person_streams (person_key, seq, head) values (p_person, 0, '') on conflict do nothing;
    select erasures into v_erasures from clave.person_streams where person_key = p_person for update;
  end if;
  if p_generation < v_erasures then
    raise exception 'D-03: this key ring is older than the last erasure' using errcode = 'integrity_constraint_violation';
  end if;
  return clave.now(); -- behind the lock, so after the wait for it: the moment that decides (L-04)
end $$;

-- AUDIT-1 asks for an event with every change. Sealing the same value anew is none: nothing but the sealed bytes may differ, and whoever does
-- it says so in the transaction (src/store/resealing.ts).
create or replace function clave.require_event() returns trigger language plpgsql as $$
declare
  v_person bytea := coalesce(new.person_key, old.person_key);
  v_last   xid8;
begin
  if tg_op = 'UPDATE' and current_setting('clave.resealing', true) = 'on'
     and to_jsonb(new) - array['value', 'account', 'content', 'label'] = to_jsonb(old) - array['value', 'account', 'content', 'label'] then
    return null;
  end if;
  select xid into v_last from clave.audit_events where person_key = v_person order by seq desc limit 1;
  if v_last is distinct from pg_current_xact_id() then
    raise exception 'AUDIT-1: a change to % without an event', tg_table_name
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
