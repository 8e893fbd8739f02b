--liquibase formatted sql

--changeset rolt:stock-counts
alter table stock.ledger
    add column note text check (length(note) between 1 and 300),
    drop constraint ledger_reason_check,
    add constraint ledger_reason_check
        check (reason in ('COUNT', 'RECEIVE', 'RESERVE', 'RELEASE', 'COMMIT', 'RETURN')),
    drop constraint ledger_reason_fits,
    add constraint ledger_reason_fits check (case reason
        when 'COUNT' then reserved_delta = 0
        when 'RECEIVE' then on_hand_delta > 0 and reserved_delta = 0
        when 'RESERVE' then on_hand_delta = 0 and reserved_delta > 0 and order_id is not null
        when 'RELEASE' then on_hand_delta = 0 and reserved_delta < 0 and order_id is not null
        when 'COMMIT' then on_hand_delta < 0 and reserved_delta = on_hand_delta and order_id is not null
        when 'RETURN' then on_hand_delta > 0 and reserved_delta = 0 and order_id is not null end);
comment on column stock.ledger.note is 'What who counted or received had to say';

-- The ledger of a variant is read from its end.
create index ledger_newest on stock.ledger (variant_id, id desc);
drop index stock.ledger_variant;
