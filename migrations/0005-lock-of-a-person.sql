-- The lock of a person in one statement, whether anything was ever written about them or not: with two statements more for a number that is
-- new, the time of an answer would tell who has a key from who has none (PROOF-7, E-02).
create function clave.lock_person(p_person bytea) returns timestamptz language plpgsql as $$
begin
  perform from clave.person_streams where person_key = p_person for update;
  if not found then
    -- Of two at once the second waits here, and then finds the row of the first.
    insert into clave.person_streams (person_key, seq, head) values (p_person, 0, '') on conflict do nothing;
    perform from clave.person_streams where person_key = p_person for update;
  end if;
  return clave.now(); -- behind the lock, so after the wait for it: the moment that decides (L-04)
end $$;
