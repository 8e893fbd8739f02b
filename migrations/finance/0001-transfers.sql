--liquibase formatted sql

--changeset rolt:finance-transfers
create schema finance;

create table finance.transfer (
    id uuid primary key default uuidv7(),
    kind text not null,
    debit text not null,
    credit text not null,
    amount bigint not null check (amount > 0),
    order_id uuid not null references ordering.orders,
    attempt_id uuid not null references payment.attempt,
    refund_id uuid references payment.refund,
    actor_id uuid,
    note text,
    at timestamptz not null default now(),
    constraint transfer_once unique nulls not distinct (attempt_id, refund_id, kind),
    constraint transfer_between_its_accounts check (case kind
        when 'CAPTURE' then debit = 'CLEARING' and credit = 'CUSTOMER' and refund_id is null
        when 'SALE' then debit = 'CUSTOMER' and credit = 'SALES' and refund_id is null
        when 'REVERSAL' then debit = 'SALES' and credit = 'CUSTOMER' and refund_id is not null
        when 'WITHDRAWAL' then debit = 'CUSTOMER' and credit = 'SALES' and refund_id is not null
        when 'PAYOUT' then debit = 'CUSTOMER' and credit = 'CLEARING' and refund_id is not null
        when 'BANK_PAYOUT' then debit = 'CUSTOMER' and credit = 'BANK' and refund_id is not null
        else false end)
);
comment on table finance.transfer is 'Every movement of money, append-only; each leaves one account and enters another, so their sum is zero at every moment';
comment on column finance.transfer.amount is 'Đồng';
create index transfer_order on finance.transfer (order_id);
create index transfer_refund on finance.transfer (refund_id) where refund_id is not null;
create index transfer_at on finance.transfer (at);

create function finance.refuse_change() returns trigger language plpgsql as '
begin
    raise exception ''the money ledger is append-only'';
end';
create trigger ledger_append_only before update or delete on finance.transfer
    for each statement execute function finance.refuse_change();

create view finance.posting as
    select id as transfer_id, kind, debit as account, amount, order_id, at from finance.transfer
    union all
    select id, kind, credit, -amount, order_id, at from finance.transfer;
comment on view finance.posting is 'The transfers as two lines each: what enters an account is positive';
