--liquibase formatted sql

--changeset rolt:cart-own-cart
create view cart.own_line as
    select c.account_id, jsonb_build_object('sku', v.sku, 'quantity', l.quantity, 'priceSeen', l.price_seen) as data
    from cart.cart c join cart.line l on l.cart_id = c.id join catalog.variant v on v.id = l.variant_id
    where c.account_id is not null;
comment on view cart.own_line is 'Published: what a customer takes along';
