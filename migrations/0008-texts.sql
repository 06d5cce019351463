-- Notices by text message (docs/decisions/070-text-messages.md).

-- Each channel has couriers of its own.
drop index clave.outbox_due;
create index outbox_due on clave.outbox (channel, due_at) where sent_at is null and given_up_at is null;

-- NOTICE-1: a verified mobile that was given up goes on being told for a while; one that nobody verified was never told.
alter table clave.former_contacts add column verified_by text not null default 'none' check (verified_by in ('link', 'office', 'none'));
