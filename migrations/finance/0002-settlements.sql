--liquibase formatted sql

--changeset rolt:finance-settlements
create table finance.settlement (
    id uuid primary key default uuidv7(),
    day date not null,
    hash bytea not null,
    rows integer not null check (rows >= 0),
    taken bigint not null,
    paid_back bigint not null,
    actor_id uuid not null,
    at timestamptz not null default now()
);
comment on table finance.settlement is 'VNPAY''s settlement files; of several of one day the last one counts';
comment on column finance.settlement.day is 'On Vietnam''s clock';
comment on column finance.settlement.taken is 'Đồng of its payments';
comment on column finance.settlement.paid_back is 'Đồng of its refunds';
create index settlement_day on finance.settlement (day, id);

create view finance.current_settlement as
    select distinct on (day) * from finance.settlement order by day, id desc;

create table finance.settlement_row (
    settlement_id uuid not null references finance.settlement,
    line integer not null,
    refund boolean not null,
    txn_ref text not null,
    transaction_no text not null,
    amount bigint not null,
    status text not null,
    primary key (settlement_id, line)
);
comment on column finance.settlement_row.amount is 'Hundredths of a đồng';
create index settlement_row_ref on finance.settlement_row (txn_ref);
create index settlement_row_number on finance.settlement_row (transaction_no);

create table finance.settlement_exception (
    id uuid primary key default uuidv7(),
    settlement_id uuid not null references finance.settlement,
    kind text not null check (kind in ('SETTLED', 'MISSING_HERE', 'MISSING_THERE', 'AMOUNT', 'UNKNOWN_REFERENCE',
        'DUPLICATE', 'REFUND_FINISHED', 'REFUND_MISSING_HERE', 'REFUND_MISSING_THERE')),
    line integer,
    txn_ref text not null,
    transaction_no text,
    here bigint,
    there bigint,
    ticked_by uuid,
    ticked_at timestamptz,
    note text,
    constraint tick_is_whole check ((ticked_at is null) = (ticked_by is null) and (ticked_at is null) = (note is null))
);
comment on table finance.settlement_exception is 'Where a file and the shop differ, until Finance has ticked it off';
comment on column finance.settlement_exception.here is 'Đồng in the shop''s books';
comment on column finance.settlement_exception.there is 'Đồng in VNPAY''s file';
create index settlement_exception_file on finance.settlement_exception (settlement_id);
