--liquibase formatted sql

--changeset rolt:ordering-0003
-- A variant looks for the orders it was sold in.
create index line_variant on ordering.line (variant_id);

alter table ordering.orders add column expiry_postponed_until timestamptz;
comment on column ordering.orders.expiry_postponed_until is 'Not expired before then, because it failed; a person should look why';
