--liquibase formatted sql

--changeset rolt:finance-captures-before-the-ledger
insert into finance.transfer (kind, debit, credit, amount, order_id, attempt_id, note, at)
    select 'CAPTURE', 'CLEARING', 'CUSTOMER', captured, order_id, id, 'before there was a ledger', settled_at
    from payment.attempt a
    where captured is not null
      and not exists (select from finance.transfer t where t.attempt_id = a.id and t.kind = 'CAPTURE')
    union all
    select 'SALE', 'CUSTOMER', 'SALES', captured, order_id, id, 'before there was a ledger', settled_at
    from payment.attempt a
    where pays and not exists (select from finance.transfer t where t.attempt_id = a.id and t.kind = 'SALE');
