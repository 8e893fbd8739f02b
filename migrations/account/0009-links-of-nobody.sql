--liquibase formatted sql

--changeset rolt:account-links-of-nobody
alter table account.one_time_token alter column account_id drop not null;
comment on column account.one_time_token.account_id is 'Null for an address that has no account: asking for a link must cost the same, or its time would tell who has one';
