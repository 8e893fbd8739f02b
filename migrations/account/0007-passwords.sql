--liquibase formatted sql

--changeset rolt:account-passwords
alter table account.account alter column password_hash drop not null;
comment on column account.account.password_hash is 'Null where its owner signs in by other means only; the mailed link of a forgotten password gives it a first one';
