--liquibase formatted sql

--changeset rolt:ordering-orders-of-accounts
create view ordering.orders_of_account as
    select account_id, count(*)::int as orders, max(placed_at) as last_order_at from ordering.orders group by account_id;
comment on view ordering.orders_of_account is 'Published: how many orders an account has placed, and when the last one';
