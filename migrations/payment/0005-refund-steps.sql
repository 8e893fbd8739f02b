--liquibase formatted sql

--changeset rolt:payment-refund-steps
create view payment.order_refund_step as
    select s.id, r.order_id, r.amount, s.state, s.actor_id, s.note, s.at
    from payment.refund_step s join payment.refund r on r.id = s.refund_id;
comment on view payment.order_refund_step is 'Published: how the refunds of an order went on, for its history';
