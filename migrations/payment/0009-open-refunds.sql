--liquibase formatted sql

--changeset rolt:payment-open-refunds
create index refund_open on payment.refund (state) where state in ('REFUSED', 'UNKNOWN', 'ACCEPTED');
drop index payment.refund_unsettled;
