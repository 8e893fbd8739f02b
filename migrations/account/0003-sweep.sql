--liquibase formatted sql

--changeset rolt:account-0003
-- What the hourly sweep asks for. Tickets and failed logins are few: they live for seconds and for an hour.
create index session_expired on account.session (expires_at);
create index session_revoked on account.session (revoked_at) where revoked_at is not null;
create index one_time_token_expired on account.one_time_token (expires_at);
