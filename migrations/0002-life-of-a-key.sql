-- What a key needs after it was made: lanes, recovery, changes, notices by text message, services.

-- LOGIN-2, UNLOCK-1: a browser with a lane of its own. expires_at: a lane given by unlocking, until the person signs in there.
create table clave.devices (
  person_key  bytea not null,
  device_hash bytea not null,
  label       bytea not null,
  first_used_at timestamptz not null,
  last_used_at  timestamptz not null,
  expires_at  timestamptz,
  ended_at    timestamptz,
  primary key (person_key, device_hash)
);
create constraint trigger written_down after insert or update of ended_at, expires_at or delete on clave.devices
  deferrable initially deferred for each row execute function clave.require_event();

-- Where and with what a session began; sealed (AUDIT-2).
alter table clave.sessions add column origin bytea;
alter table clave.sessions add column device_hash bytea;

-- Other journeys of a browser beside the first key; what is in `facts` tells them apart.
alter table clave.journeys add column kind text not null default 'key' check (kind in ('key', 'unlock', 'reopen'));

alter table clave.links drop constraint links_kind_check;
alter table clave.links add constraint links_kind_check check (kind in (
  'confirm-address', 'repudiate', 'unlock', 'recover', 'vouch', 'reopen', 'change-current', 'change-new'));

-- BANK-3: personal questions and figure on the table; claimed from the same limits as decks, compared once.
alter table clave.proofing_attempts add column last_bank integer not null default 0;
alter table clave.proofing_attempts add column open_bank integer;

alter table clave.accounts add column recovered_at timestamptz;
alter table clave.accounts add column changed_at timestamptz;

-- PROOF-9: how often a closed process was reopened by a contact; at most twice a year.
create table clave.reopenings (
  person_key  bytea not null,
  reopened_at timestamptz not null,
  by          text not null check (by in ('contact', 'office')),
  primary key (person_key, reopened_at)
);

-- A changed contact waits before money services may rely on it (journey 4, M-11); the old one is kept a year for disputes.
alter table clave.contacts add column money_from timestamptz;
create table clave.former_contacts (
  person_key bytea not null,
  kind       text not null,
  value_hash bytea not null,
  value      bytea not null,
  ended_at   timestamptz not null,
  primary key (person_key, kind, value_hash, ended_at)
);

-- PASS-4: how many accounts share a password, counted in a keyed sketch that tells nothing without its key.
create table clave.password_sketch (
  row   smallint not null,
  cell  integer not null,
  uses  integer not null check (uses >= 0),
  primary key (row, cell)
);

-- Notices by text message beside mail.
alter table clave.outbox add column channel text not null default 'mail' check (channel in ('mail', 'text'));

-- Services on our own pages.
create table clave.bank_accounts (
  person_key    bytea primary key,
  account       bytea not null,
  registered_at timestamptz not null
);
create constraint trigger written_down after insert or update or delete on clave.bank_accounts
  deferrable initially deferred for each row execute function clave.require_event();

-- A certificate confirms itself by its code; what the paper says is sealed, and checked against a digest.
create table clave.certificates (
  person_key bytea not null,
  code_hash  bytea not null unique,
  content    bytea not null,
  issued_at  timestamptz not null,
  primary key (person_key, code_hash)
);
create constraint trigger written_down after insert or update or delete on clave.certificates
  deferrable initially deferred for each row execute function clave.require_event();
