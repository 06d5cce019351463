-- UNLOCK-1, E-03: what has to be mailed about a block is asked for here while the page is answered, in one row for every number, known or
-- not; who it is and what is true is looked up afterwards (src/app/unlock-mail.ts).
create table clave.unlock_requests (
  id           bigint generated always as identity primary key,
  person_key   bytea not null,
  reason       text not null check (reason in ('asked', 'blocked')),
  language     text not null check (language in ('es', 'en')),
  -- A block of a browser's own five, not of the strangers'.
  own_lane     boolean not null default false,
  asked_at     timestamptz not null,
  due_at       timestamptz not null,
  done_at      timestamptz,
  -- LINK-4 counts the requests that became mail.
  mailed       boolean not null default false
);
create index unlock_requests_due on clave.unlock_requests (due_at) where done_at is null;
create index unlock_requests_by_person on clave.unlock_requests (person_key, done_at) where mailed;

comment on column clave.login_attempts.since_success is
  'In the row of the lane stranger: the run of failures since the last success, over all lanes of the person (LOGIN-5). 0 in other rows.';
