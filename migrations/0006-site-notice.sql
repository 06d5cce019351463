-- What the operator tells everybody on every page until it is taken away (clave status set). One row at most, and never about a person.
create table clave.site_notice (
  single boolean primary key default true check (single),
  es     text not null check (es <> ''),
  en     text not null check (en <> ''),
  set_at timestamptz not null
);

-- "Is any mail going out?" is asked every few seconds while mails wait (src/store/site-status.ts).
create index outbox_sent on clave.outbox (sent_at) where sent_at is not null;
