--liquibase formatted sql

--changeset rolt:ordering-payable-contact
create or replace view ordering.payable as
    select id, code, account_id, state, total, language, placed_at, reserved_until,
        email, recipient->>'name' as name
    from ordering.orders;
comment on view ordering.payable is 'Published: what a payment needs of its order, and whom to tell of it; locking a row of it locks the order';
