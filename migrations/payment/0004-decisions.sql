--liquibase formatted sql

--changeset rolt:payment-decisions
create table payment.decision (
    id uuid primary key default uuidv7(),
    attempt_id uuid not null references payment.attempt,
    kind text not null check (kind in ('CONFIRMED', 'DISMISSED', 'FILE')),
    amount bigint check (amount > 0),
    transaction_no text,
    note text not null,
    actor_id uuid not null,
    at timestamptz not null default now()
);
comment on table payment.decision is 'What Finance decided about attempts; those about refunds are among their steps';
comment on column payment.decision.kind is 'The money is there, no money came, or VNPAY''s settlement file says that it is there';
comment on column payment.decision.amount is 'Đồng that VNPAY took, where it took some';
create index decision_attempt on payment.decision (attempt_id, id);
