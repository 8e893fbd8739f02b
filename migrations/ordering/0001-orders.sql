--liquibase formatted sql

--changeset rolt:ordering-0001
create schema ordering;

create table ordering.orders (
    id uuid primary key default uuidv7(),
    code text not null check (code ~ '^R-[0-9A-HJKMNP-TV-Z]{8}$'),
    account_id uuid not null references account.account,
    email text not null,
    state text not null check (state in
        ('PENDING_PAYMENT', 'PAID', 'IN_ASSEMBLY', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'EXPIRED')),
    goods_total bigint not null check (goods_total > 0),
    shipping_fee bigint not null check (shipping_fee >= 0),
    total bigint generated always as (goods_total + shipping_fee) stored,
    vat bigint not null check (vat >= 0),
    recipient jsonb not null,
    language text not null check (language in ('VI', 'EN')),
    reserved_until timestamptz not null,
    placed_at timestamptz not null default now(),
    paid_at timestamptz,
    constraint order_code_once unique (code),
    constraint paid_has_time check (paid_at is not null or state in ('PENDING_PAYMENT', 'CANCELLED', 'EXPIRED'))
);
comment on column ordering.orders.vat is 'Đồng, contained in the total';
comment on column ordering.orders.recipient is 'Snapshot: name, phone, address';
create index orders_account on ordering.orders (account_id, id desc);
create index orders_due on ordering.orders (reserved_until) where state = 'PENDING_PAYMENT';

create table ordering.line (
    order_id uuid not null references ordering.orders on delete cascade,
    position integer not null,
    variant_id uuid not null references catalog.variant,
    build_id uuid,
    cart_line_id uuid not null,
    sku text not null,
    kind text not null,
    name_vi text not null,
    name_en text not null,
    unit_price bigint not null check (unit_price > 0),
    quantity integer not null check (quantity > 0),
    total bigint generated always as (unit_price * quantity) stored,
    primary key (order_id, position),
    constraint cart_line_ordered_once unique (cart_line_id)
);
comment on column ordering.line.cart_line_id is 'The line of the cart it was; one cart makes one order, however often and with however many keys it is sent';
comment on table ordering.line is 'Snapshot: what was sold, at what price; a later change of the product changes nothing here';

create table ordering.history (
    id uuid primary key default uuidv7(),
    order_id uuid not null references ordering.orders on delete cascade,
    transition text not null,
    cause text not null,
    from_state text,
    to_state text not null,
    actor_id uuid,
    reason jsonb not null default '{}',
    at timestamptz not null default now(),
    constraint transition_once unique (order_id, transition, cause)
);

create view ordering.payable as
    select id, code, account_id, state, total, language, placed_at, reserved_until from ordering.orders;
comment on view ordering.payable is 'Published: what a payment needs of its order; locking a row of it locks the order';
