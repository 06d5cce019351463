-- What is gathered over the whole register, by name: pools of wrong options and whatever the odds are computed from (PROOF-5). Counts over
-- people, never of one.
create table clave.register_priors (
  name    text primary key,
  made_at timestamptz not null,
  value   bytea not null
);
