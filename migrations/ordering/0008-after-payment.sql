--liquibase formatted sql

--changeset rolt:ordering-shipments
create table ordering.shipment (
    id uuid primary key default uuidv7(),
    order_id uuid not null references ordering.orders on delete cascade,
    carrier text not null check (carrier in ('GHN', 'GHTK', 'VIETTEL_POST', 'VNPOST', 'JT', 'SPX', 'OTHER')),
    tracking_number text not null check (tracking_number ~ '^[A-Z0-9][A-Z0-9.-]{4,39}$'),
    actor_id uuid,
    at timestamptz not null default now()
);
comment on table ordering.shipment is 'With whom the parcel travels, append-only: a correction is a further row, and the last one is right';
create index shipment_order on ordering.shipment (order_id, id desc);

--changeset rolt:ordering-find-orders
-- Beside the orders and not in them: an order changes several times, and each time its indexes would be written anew.
create table ordering.findable (
    order_id uuid primary key references ordering.orders on delete cascade,
    words text not null
);
comment on table ordering.findable is 'By what staff find an order: code, e-mail address, name and telephone, folded as in account.folded';
create function ordering.findable_words(code text, email text, recipient jsonb) returns text language sql stable
    return account.folded(code || ' ' || email || ' ' || (recipient ->> 'name') || ' '
        || regexp_replace(recipient ->> 'phone', '^[+]84', '0'));
insert into ordering.findable select id, ordering.findable_words(code, email, recipient) from ordering.orders;
create index findable_words on ordering.findable using gin (words public.gin_trgm_ops);
create index orders_state on ordering.orders (state, id desc);
