--liquibase formatted sql

--changeset rolt:payment-0002
alter table payment.attempt
    add column queries integer not null default 0 check (queries >= 0),
    add column queried_at timestamptz,
    add column next_query_at timestamptz;
comment on column payment.attempt.queries is 'How often VNPAY was asked what became of it, since it was last told';
comment on column payment.attempt.next_query_at is 'When VNPAY is asked next; null where nothing is left to ask or it was given up';
update payment.attempt set next_query_at = case state when 'OPEN' then expires_at + interval '1 minute' else now() end
    where state in ('OPEN', 'UNKNOWN', 'HELD') and created_at > now() - interval '24 hours';
create index attempt_query on payment.attempt (next_query_at) where next_query_at is not null;

create table payment.query (
    id uuid primary key default uuidv7(),
    attempt_id uuid not null references payment.attempt,
    request jsonb not null,
    source text not null,
    asked_at timestamptz not null default now(),
    answered_at timestamptz,
    result text check (result in ('GENUINE', 'REFUSED', 'NOT_GENUINE', 'NO_ANSWER')),
    answer text
);
comment on table payment.query is 'Each request to VNPAY about an attempt, with its answer; without a result where the node was lost in between';
comment on column payment.query.source is 'The address that was asked';
create index query_attempt on payment.query (attempt_id, asked_at);

create table payment.query_turn (
    one boolean primary key default true check (one),
    next_at timestamptz not null default now()
);
comment on table payment.query_turn is 'One row: before then no node asks VNPAY, which answers a second query within five minutes with 94';
insert into payment.query_turn default values;

create index notification_age on payment.notification (received_at);
create index query_age on payment.query (asked_at);
