--liquibase formatted sql

--changeset rolt:payment-0001
create schema payment;

create table payment.attempt (
    id uuid primary key default uuidv7(),
    order_id uuid not null references ordering.orders,
    txn_ref text not null check (txn_ref ~ '^[A-Z0-9]{8,40}$'),
    tmn_code text not null,
    amount bigint not null check (amount between 5000 and 999999999),
    state text not null default 'OPEN' check (state in ('OPEN', 'CAPTURED', 'FAILED', 'REVIEW', 'HELD', 'UNKNOWN')),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    settled_at timestamptz,
    transaction_no text,
    bank_code text,
    response_code text,
    transaction_status text,
    reason text check (reason in ('AMOUNT', 'LATE', 'AFTER_FAILURE', 'SECOND')),
    constraint attempt_ref_once unique (txn_ref)
);
comment on column payment.attempt.reason is 'Why it is in REVIEW: another amount, the order ended, a success after a failure, the order already paid';
comment on column payment.attempt.amount is 'Đồng; VNPAY is told a hundred times as much';
create index attempt_order on payment.attempt (order_id, created_at desc);
create index attempt_doubtful on payment.attempt (state) where state in ('REVIEW', 'HELD', 'UNKNOWN');

create table payment.notification (
    id uuid primary key default uuidv7(),
    attempt_id uuid not null references payment.attempt,
    query jsonb not null,
    answer text not null,
    source text not null,
    received_at timestamptz not null default now()
);
comment on table payment.notification is 'Each notification with a good signature, with the answer it got';
create index notification_attempt on payment.notification (attempt_id, received_at);

create view payment.doubtful as
    select order_id from payment.attempt where state in ('REVIEW', 'HELD', 'UNKNOWN');
comment on view payment.doubtful is 'Published: orders whose expiry waits, because money may be on its way';
