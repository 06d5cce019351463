-- LOGIN-1, NOTICE-1: a try is claimed before it is compared, and the claim of the fifth blocks the lane. Whoever dies between that and the event
-- leaves a block nobody was told of. The claim notes the moment here, what comes of the try takes it away, and the clerk tells of what stays
-- (src/store/unlocks.ts).
alter table clave.login_attempts add column untold_since timestamptz;
create index login_attempts_untold on clave.login_attempts (untold_since) where untold_since is not null;
