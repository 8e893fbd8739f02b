--liquibase formatted sql

--changeset rolt:stock-0001
create schema stock;

create table stock.stock (
    variant_id uuid primary key references catalog.variant,
    on_hand integer not null default 0,
    reserved integer not null default 0,
    constraint stock_never_oversold check (0 <= reserved and reserved <= on_hand)
);

create table stock.ledger (
    id uuid primary key default uuidv7(),
    variant_id uuid not null references stock.stock,
    on_hand_delta integer not null,
    reserved_delta integer not null,
    reason text not null check (reason in ('COUNT', 'RESERVE', 'RELEASE', 'COMMIT', 'RETURN')),
    order_id uuid,
    actor_id uuid,
    created_at timestamptz not null default now(),
    constraint ledger_moves_something check (on_hand_delta <> 0 or reserved_delta <> 0),
    constraint ledger_reason_fits check (case reason
        when 'COUNT' then reserved_delta = 0
        when 'RESERVE' then on_hand_delta = 0 and reserved_delta > 0 and order_id is not null
        when 'RELEASE' then on_hand_delta = 0 and reserved_delta < 0 and order_id is not null
        when 'COMMIT' then on_hand_delta < 0 and reserved_delta = on_hand_delta and order_id is not null
        when 'RETURN' then on_hand_delta > 0 and reserved_delta = 0 and order_id is not null end)
);
comment on table stock.ledger is 'Every change of the stock, append-only; its sums equal stock.stock at every moment';
create index ledger_order on stock.ledger (order_id) where order_id is not null;
create index ledger_variant on stock.ledger (variant_id);

create function stock.refuse_change() returns trigger language plpgsql as '
begin
    raise exception ''the stock ledger is append-only'';
end';
create trigger ledger_append_only before update or delete on stock.ledger
    for each statement execute function stock.refuse_change();

create view stock.availability as
    select variant_id, on_hand - reserved as available from stock.stock;
comment on view stock.availability is 'Published: units that can still be sold; a variant without a row (a service) is not counted';
