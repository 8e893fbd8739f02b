--liquibase formatted sql

--changeset rolt:payment-given-back
create view payment.given_back as
    select order_id from payment.attempt where pays and refunded = captured;
comment on view payment.given_back is 'Published: paid orders of which all the money has gone back, or shall';
