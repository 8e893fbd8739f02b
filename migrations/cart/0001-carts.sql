--liquibase formatted sql

--changeset rolt:cart-0001
create schema cart;

create table cart.cart (
    id uuid primary key default uuidv7(),
    account_id uuid references account.account on delete cascade,
    session_id uuid references account.session on delete cascade,
    owner_id uuid generated always as (coalesce(account_id, session_id)) stored,
    updated_at timestamptz not null default now(),
    constraint cart_of_account_or_visitor check (num_nonnulls(account_id, session_id) = 1),
    constraint cart_account_once unique (account_id),
    constraint cart_session_once unique (session_id),
    constraint cart_owner_once unique (owner_id)
);
comment on column cart.cart.owner_id is 'Account or session, whichever it is: one way to find a cart and one conflict to insert on';

create table cart.line (
    id uuid primary key default uuidv7(),
    cart_id uuid not null references cart.cart on delete cascade,
    variant_id uuid not null references catalog.variant,
    build_id uuid references builder.build on delete cascade,
    quantity integer not null check (quantity between 1 and 1000),
    price_seen bigint not null check (price_seen > 0),
    constraint loose_line_small check (build_id is not null or quantity <= 99),
    constraint cart_line_once unique nulls not distinct (cart_id, variant_id, build_id)
);
comment on column cart.line.price_seen is 'Đồng; the price when it was put in, so that the cart can say that it changed';
create index line_cart on cart.line (cart_id);
create index line_build on cart.line (build_id) where build_id is not null;
