--liquibase formatted sql

--changeset rolt:cart-0005
alter table cart.line add column quantity_seen integer check (quantity_seen >= 0);
comment on column cart.line.quantity_seen is 'Of a line of a build: the quantity when it was put in, 0 where it came later, so that the cart can say that it changed';
