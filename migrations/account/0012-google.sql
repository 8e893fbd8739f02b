--liquibase formatted sql

--changeset rolt:account-google
create table account.google_identity (
    subject text primary key check (length(subject) between 1 and 255),
    account_id uuid not null references account.account on delete cascade,
    linked_at timestamptz not null default now(),
    constraint google_identity_account_once unique (account_id)
);
comment on table account.google_identity is 'Who signs in with Google; the subject stays when the address at Google changes';

create unlogged table account.google_attempt (
    ticket_hash bytea primary key,
    state text not null,
    nonce text not null,
    verifier text not null,
    next text not null,
    account_id uuid references account.account on delete cascade,
    expires_at timestamptz not null
);
comment on table account.google_attempt is 'Who is at Google just now; with an account: to link it';
create index google_attempt_expired on account.google_attempt (expires_at);
create index google_attempt_account on account.google_attempt (account_id);
