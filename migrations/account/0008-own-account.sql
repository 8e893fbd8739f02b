--liquibase formatted sql

--changeset rolt:account-email-change
create table account.email_change (
    id uuid primary key default uuidv7(),
    account_id uuid not null references account.account on delete cascade,
    old_email text not null,
    new_email text not null,
    confirm_hash bytea,
    revert_hash bytea not null,
    created_at timestamptz not null default now(),
    confirmed_at timestamptz,
    confirmable_until timestamptz not null,
    revertable_until timestamptz not null,
    constraint email_change_confirm_once unique (confirm_hash),
    constraint email_change_revert_once unique (revert_hash),
    constraint email_change_confirmed_or_open check ((confirmed_at is null) = (confirm_hash is not null))
);
comment on table account.email_change is 'A new address that waits to be confirmed, or took effect and can still be taken back';
comment on column account.email_change.revert_hash is 'Of the link that only the old address was sent; a new one when the change takes effect';
create index email_change_account on account.email_change (account_id);

--changeset rolt:account-session-device
alter table account.session
    add column user_agent text check (length(user_agent) <= 400),
    add column address text,
    add column last_seen_at timestamptz;
comment on column account.session.last_seen_at is 'To the five minutes';

--changeset rolt:account-birth-date
alter table account.account add column birth_date date check (birth_date between '1900-01-01' and '2100-01-01');
