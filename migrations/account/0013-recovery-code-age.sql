--liquibase formatted sql

--changeset rolt:account-recovery-code-age
alter table account.recovery_code add column created_at timestamptz not null default now();
comment on column account.recovery_code.created_at is 'Those made after a change of address that its owner takes back go with it';
