--liquibase formatted sql

--changeset rolt:ordering-awaited-parts
create view ordering.awaited_part as
    select b.order_id, b.build_id, s.slot
    from ordering.build b cross join jsonb_array_elements(b.verdicts) v
        left join jsonb_array_elements_text(v -> 'params' -> 'slots') s (slot) on true
    where v ->> 'rule' = 'V10';
comment on view ordering.awaited_part is 'Published: builds with work on parts that the customer sends, and the slots of these; null where it is not known which';
