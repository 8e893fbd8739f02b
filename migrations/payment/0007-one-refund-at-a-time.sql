--liquibase formatted sql

--changeset rolt:payment-one-refund-at-a-time
create unique index refund_one_at_a_time on payment.refund (attempt_id) where state in ('SENT', 'UNKNOWN');
comment on index payment.refund_one_at_a_time is 'VNPAY, asked without a number, tells of the newest refund only, so a further one waits until this one is clear';
