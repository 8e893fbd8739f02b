--liquibase formatted sql

--changeset rolt:account-0001
create schema account;

create table account.account (
    id uuid primary key default uuidv7(),
    email text not null check (email = lower(email) and length(email) between 3 and 254 and position('@' in email) > 1),
    password_hash text not null,
    name text not null check (length(name) between 1 and 100),
    phone text check (phone ~ '^\+?[0-9]{9,15}$'),
    language text not null default 'VI' check (language in ('VI', 'EN')),
    verified_at timestamptz,
    created_at timestamptz not null default now(),
    constraint account_email_once unique (email)
);

create table account.account_role (
    account_id uuid not null references account.account on delete cascade,
    role text not null check (role in
        ('CUSTOMER', 'SUPPORT', 'TECHNICIAN', 'PRODUCT_MANAGER', 'CONTENT_DESIGNER', 'FINANCE', 'ADMIN')),
    primary key (account_id, role)
);

create table account.session (
    id uuid primary key default uuidv7(),
    kind text not null check (kind in ('BROWSER', 'API')),
    token_hash bytea,
    account_id uuid references account.account on delete cascade,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz,
    constraint session_token_once unique (token_hash),
    constraint browser_session_has_token check ((kind = 'BROWSER') = (token_hash is not null)),
    constraint api_session_has_account check (kind = 'BROWSER' or account_id is not null)
);
comment on table account.session is 'A browser session (opaque cookie; without an account: a visitor with a cart) or an API session (rotating refresh token)';
create index session_account on account.session (account_id);

create table account.refresh_token (
    token_hash bytea primary key,
    session_id uuid not null references account.session on delete cascade,
    used_at timestamptz,
    successor_salt bytea,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    constraint used_has_successor check ((used_at is null) = (successor_salt is null))
);
comment on table account.refresh_token is 'Each is good for one use; the use of a used one revokes its session';
comment on column account.refresh_token.successor_salt is 'With the token itself it yields the next one, so that a repeated request within the grace gets the same answer';
create index refresh_token_session on account.refresh_token (session_id);

create table account.one_time_token (
    token_hash bytea primary key,
    account_id uuid not null references account.account on delete cascade,
    purpose text not null check (purpose in ('VERIFY_EMAIL', 'RESET_PASSWORD')),
    expires_at timestamptz not null,
    created_at timestamptz not null default now()
);
create index one_time_token_account on account.one_time_token (account_id);

create unlogged table account.ticket (
    token_hash bytea primary key,
    session_id uuid,
    language text not null,
    address text not null,
    expires_at timestamptz not null
);
comment on table account.ticket is 'Lets its holder enter the bridge once; without a session: a visitor';

create unlogged table account.login_attempt (
    key text primary key,
    failures integer not null default 1 check (failures >= 0),
    tolerated integer not null,
    last_at timestamptz not null default clock_timestamp()
);
comment on table account.login_attempt is 'Failed logins by account and by address, forgotten an hour after the last; an attempt counts as failed until it succeeds, so that many at once gain nothing';

create function account.free_at(attempt account.login_attempt) returns timestamptz
language sql stable as '
    select case
        when attempt.failures <= attempt.tolerated then attempt.last_at
        else attempt.last_at + least(2 ^ least(attempt.failures - attempt.tolerated - 1, 10), 60) * interval ''1 second''
    end';
comment on function account.free_at is 'When the next attempt is allowed: after 1, 2, 4 ... at most 60 seconds, never later';
