--liquibase formatted sql

--changeset rolt:cart-0003
-- A variant that is taken away looks for the carts it lies in.
create index line_variant on cart.line (variant_id);
