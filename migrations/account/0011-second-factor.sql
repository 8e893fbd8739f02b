--liquibase formatted sql

--changeset rolt:account-second-factor
create table account.second_factor (
    account_id uuid primary key references account.account on delete cascade,
    secret bytea not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0,
    created_at timestamptz not null default now()
);
comment on table account.second_factor is 'A secret shared with an authenticator app; it is asked for once a first code has confirmed it';
comment on column account.second_factor.secret is 'Encrypted with a key from the settings, so that a copy of the database does not tell it';
comment on column account.second_factor.last_step is 'The step of 30 seconds whose code was accepted last: none is accepted twice';

create table account.recovery_code (
    account_id uuid not null references account.second_factor on delete cascade,
    code_hash bytea not null,
    primary key (account_id, code_hash)
);
comment on table account.recovery_code is 'Each stands in for a code once';

create table account.login_challenge (
    token_hash bytea primary key,
    account_id uuid not null references account.account on delete cascade,
    kind text not null check (kind in ('BROWSER', 'API')),
    password_digest bytea,
    tries integer not null default 0,
    expires_at timestamptz not null
);
comment on table account.login_challenge is 'Logins that lack the second factor yet';
comment on column account.login_challenge.password_digest is 'Of the hash of the password at that time: a challenge is worth nothing after a change';
create index login_challenge_account on account.login_challenge (account_id);
create index login_challenge_expired on account.login_challenge (expires_at);

create table account.second_factor_reset (
    id uuid primary key default uuidv7(),
    actor_id uuid not null,
    account_id uuid not null,
    at timestamptz not null default now()
);
comment on table account.second_factor_reset is 'Which administrator turned off whose second factor; it outlives the accounts, so it refers to none';
