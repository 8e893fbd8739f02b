--liquibase formatted sql

--changeset rolt:cart-0002
create view cart.checkout as
    select c.account_id, l.id as line_id, l.build_id, l.variant_id, l.quantity,
           v.sku, v.kind, v.name_vi, v.name_en, v.price, v.published
    from cart.cart c join cart.line l on l.cart_id = c.id join catalog.sold_variant v on v.variant_id = l.variant_id
    where c.account_id is not null;
comment on view cart.checkout is 'Published: the cart of an account at the prices of this moment';
