-- The first schema. Everything lives in schema clave; the person key leads every personal table.
-- Personal values are AES-256-GCM ciphertexts (AUDIT-2); look-ups go by keyed hash. Times are the database's (clave.now()).

create function clave.now() returns timestamptz language sql volatile as 'select clock_timestamp()';
comment on function clave.now() is 'The one clock of all rules (L-04). Tests replace it; nothing else may.';

-- Register ---------------------------------------------------------------------------------------------------------

-- Ciphertext does not compress, and a row of 3 KB is read as a whole: kept in the row, not in a side table.
create table clave.people (
  person_key   bytea primary key,
  status       text not null check (status in ('active', 'deceased', 'withheld')),
  facts        bytea not null,
  facts_digest bytea not null,
  updated_at   timestamptz not null default clave.now()
) with (toast_tuple_target = 8160);
alter table clave.people alter column facts set storage external;

-- ID-2: another identifier of the same person, for example the code a foreigner had before the cédula.
create table clave.aliases (
  alias_key  bytea primary key,
  person_key bytea not null
);
create index aliases_by_person on clave.aliases (person_key);

-- How far each import came, written with the people of each batch. Digests are keyed: a file of one person could be guessed.
create table clave.register_imports (
  id          bigint generated always as identity primary key,
  head_digest bytea not null,
  done_digest bytea not null,
  bytes_done  bigint not null,
  lines_done  bigint not null,
  counts      jsonb not null,
  begun_at    timestamptz not null,
  finished_at timestamptz
);

create table clave.register_statistics (
  name       text primary key,
  value      double precision not null,
  updated_at timestamptz not null
);

-- Audit (AUDIT-1) --------------------------------------------------------------------------------------------------

-- One chain per person: no global hot row. The row doubles as the person's lock.
create table clave.person_streams (
  person_key bytea primary key,
  seq        bigint not null,
  head       bytea not null
);

create table clave.audit_events (
  person_key      bytea not null,
  seq             bigint not null,
  at              timestamptz not null,
  type            text not null,
  facts           json not null,
  personal        bytea,
  personal_digest bytea,
  hash            bytea not null,
  xid             xid8 not null default pg_current_xact_id(),
  primary key (person_key, seq)
);

-- The only way an event is written. hash = sha256(previous hash, person, seq, time, type, facts, sha256(personal)):
-- the digest of the personal part stays when the part itself is erased, so erasure does not break the chain.
create function clave.append_event(p_person bytea, p_type text, p_facts text, p_personal bytea default null, out o_seq bigint, out o_hash bytea)
language plpgsql as $$
declare
  v_at     timestamptz := clave.now();
  v_digest bytea := sha256(p_personal);
begin
  insert into clave.person_streams as s (person_key, seq, head) values (p_person, 0, '') on conflict do nothing;
  update clave.person_streams s
     set seq = s.seq + 1,
         head = sha256(s.head || convert_to(concat_ws(chr(10), encode(p_person, 'hex'), s.seq + 1,
           to_char(v_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), p_type, p_facts,
           coalesce(encode(v_digest, 'hex'), '')), 'UTF8'))
   where s.person_key = p_person
  returning s.seq, s.head into o_seq, o_hash;
  insert into clave.audit_events (person_key, seq, at, type, facts, personal, personal_digest, hash)
  values (p_person, o_seq, v_at, p_type, p_facts::json, p_personal, v_digest, o_hash);
end $$;

create function clave.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.personal is null and
     (new.person_key, new.seq, new.at, new.type, new.facts::text, new.personal_digest, new.hash, new.xid)
       is not distinct from
     (old.person_key, old.seq, old.at, old.type, old.facts::text, old.personal_digest, old.hash, old.xid) then
    return new; -- erasing the personal part is the one change allowed (LOPDP)
  end if;
  raise exception 'AUDIT-1: audit events are append-only' using errcode = 'integrity_constraint_violation';
end $$;

create trigger append_only before update or delete on clave.audit_events
  for each row execute function clave.refuse_change();
create function clave.refuse_truncate() returns trigger language plpgsql as $$
begin
  raise exception 'AUDIT-1: audit events are append-only' using errcode = 'integrity_constraint_violation';
end $$;
create trigger no_truncate before truncate on clave.audit_events
  for each statement execute function clave.refuse_truncate();

-- AUDIT-1: a change nobody wrote down cannot be committed.
create function clave.require_event() returns trigger language plpgsql as $$
declare
  v_person bytea := coalesce(new.person_key, old.person_key);
  v_last   xid8;
begin
  select xid into v_last from clave.audit_events where person_key = v_person order by seq desc limit 1;
  if v_last is distinct from pg_current_xact_id() then
    raise exception 'AUDIT-1: a change to % without an event', tg_table_name
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;

-- Account ----------------------------------------------------------------------------------------------------------

create table clave.accounts (
  person_key      bytea primary key,
  version         integer not null,
  state           text not null check (state in ('active', 'frozen')),
  password_hash   text not null,
  issued_at       timestamptz not null,
  probation_until timestamptz not null,
  frozen_at       timestamptz check ((state = 'frozen') = (frozen_at is not null)),
  terms_version   text not null,
  terms_digest    bytea not null,
  signed_in_at    timestamptz
);
create constraint trigger written_down after insert or delete or update of state, password_hash, issued_at on clave.accounts
  deferrable initially deferred for each row execute function clave.require_event();

create table clave.contacts (
  person_key  bytea not null,
  kind        text not null check (kind in ('email', 'mobile', 'landline')),
  value_hash  bytea not null,
  value       bytea not null,
  rank        smallint not null,
  verified_by text not null check (verified_by in ('link', 'office', 'none')),
  since       timestamptz not null,
  primary key (person_key, kind, value_hash)
);
create index contacts_by_value on clave.contacts (value_hash);
create constraint trigger written_down after insert or update or delete on clave.contacts
  deferrable initially deferred for each row execute function clave.require_event();

-- BANK-2: stored like passwords.
create table clave.personal_answers (
  person_key  bytea not null,
  question    text not null,
  answer_hash text not null,
  primary key (person_key, question)
);
create constraint trigger written_down after insert or update or delete on clave.personal_answers
  deferrable initially deferred for each row execute function clave.require_event();

create table clave.personal_figures (
  person_key  bytea primary key,
  figure_hash text not null
);
create constraint trigger written_down after insert or update or delete on clave.personal_figures
  deferrable initially deferred for each row execute function clave.require_event();

-- Attempts: changed only by the guarded statements of src/store/{proofing,login}-attempts.ts ----------------------------

-- PROOF-1, 2, 4: counts, the decks fixed for the person and the deck that is open. Unknown numbers have rows too (PROOF-7).
create table clave.proofing_attempts (
  person_key   bytea primary key,
  plan         bytea not null,
  day          date not null,
  used_today   smallint not null check (used_today >= 0),
  used_in_all  smallint not null check (used_in_all >= 0),
  last_attempt integer not null,
  open_attempt integer,
  open_deck    smallint,
  opened_on    date
);

-- LOGIN-1, 3, 5: wrong keys in a row since the last unlock, and since the last success.
create table clave.login_attempts (
  person_key bytea not null,
  lane       text not null,
  in_a_row   smallint not null check (in_a_row >= 0),
  since_success smallint not null check (since_success >= 0),
  not_before timestamptz not null,
  primary key (person_key, lane)
);

-- Journeys, links, mail -----------------------------------------------------------------------------------------------

create table clave.journeys (
  id_hash    bytea primary key,
  person_key bytea not null,
  version    integer not null,
  facts      bytea not null,
  begun_at   timestamptz not null,
  seen_at    timestamptz not null
);

-- LINK-1…3. expires_at is null until the mail is handed over (LINK-6).
create table clave.links (
  token_hash    bytea primary key,
  person_key    bytea not null,
  kind          text not null check (kind in ('confirm-address', 'repudiate')),
  journey_hash  bytea,
  address_hash  bytea not null,
  code_hash     bytea not null,
  tries_left    smallint not null check (tries_left >= 0),
  created_at    timestamptz not null,
  lifetime      interval not null,
  expires_at    timestamptz,
  consumed_at   timestamptz,
  superseded_at timestamptz
);
create index links_by_person on clave.links (person_key, kind);

create table clave.outbox (
  id           bigint generated always as identity primary key,
  person_key   bytea not null,
  kind         text not null,
  address_hash bytea not null,
  payload      bytea,
  link_hash    bytea references clave.links,
  created_at   timestamptz not null,
  due_at       timestamptz not null,
  tries        smallint not null default 0,
  sent_at      timestamptz,
  given_up_at  timestamptz
);
create index outbox_due on clave.outbox (due_at) where sent_at is null and given_up_at is null;
create index outbox_by_person on clave.outbox (person_key, created_at);
create index outbox_by_address on clave.outbox (address_hash, created_at);

-- Sessions (SESSION-1) --------------------------------------------------------------------------------------------------

create table clave.sessions (
  id_hash    bytea primary key,
  person_key bytea not null,
  started_at timestamptz not null,
  seen_at    timestamptz not null,
  ended_at   timestamptz,
  previous_sign_in_at timestamptz
);
create index sessions_by_person on clave.sessions (person_key) where ended_at is null;

-- Robot check -----------------------------------------------------------------------------------------------------------

create table clave.used_challenges (
  challenge  text primary key,
  expires_at timestamptz not null
);

-- The way without scripts: time in parallel instead of work (docs/decisions).
create table clave.robot_tickets (
  id        bigint generated always as identity primary key,
  network   bytea not null,
  issued_at timestamptz not null,
  ripe_at   timestamptz not null
);
create index robot_tickets_by_network on clave.robot_tickets (network, issued_at);
