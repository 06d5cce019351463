-- PROOF-10: a code to a contact the register knew before the key (docs/decisions/071-confirming-a-young-key.md).
alter table clave.links drop constraint links_kind_check;
alter table clave.links add constraint links_kind_check check (kind in (
  'confirm-address', 'repudiate', 'unlock', 'recover', 'vouch', 'reopen', 'change-current', 'change-new', 'confirm-key'));
