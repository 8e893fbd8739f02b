--liquibase formatted sql

--changeset rolt:payment-numbers
create index attempt_number on payment.attempt (transaction_no) where state = 'CAPTURED';
create index refund_number on payment.refund (transaction_no) where transaction_no is not null;
