-- What a signed-in person does with her key: change it, see where it is in use, look receipts up.

-- W-09, docs/decisions/050-a-session-has-five-tries.md: wrong keys typed inside a session, and when its key was last given.
alter table clave.sessions add column wrong_keys smallint not null default 0 check (wrong_keys >= 0);
alter table clave.sessions add column key_given_at timestamptz;

-- A receipt is the beginning of an event's hash; nobody else looks events up by it.
create index audit_events_by_receipt on clave.audit_events (substring(hash from 1 for 8));

-- M-11: a change of contact waits here for its codes: one to the current contact, one to the new one. It belongs to the session that asked.
create table clave.contact_changes (
  person_key   bytea primary key,
  session_hash bytea not null,
  what         text not null check (what in ('email', 'phone', 'second-email')),
  value        bytea not null,
  current_link bytea not null references clave.links on delete cascade,
  new_link     bytea references clave.links on delete cascade,
  asked_at     timestamptz not null
);
create index contact_changes_by_session on clave.contact_changes (session_hash);

-- BANK-1: new personal questions wait here, hashed, until their figure was found again.
create table clave.bank_changes (
  person_key   bytea primary key,
  session_hash bytea not null,
  content      bytea not null,
  asked_at     timestamptz not null
);
