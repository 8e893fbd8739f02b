--liquibase formatted sql

--changeset rolt:ordering-aftercare
create view ordering.served_order as
    select id as order_id, code, account_id, state, email, recipient ->> 'name' as name, language, paid_at
    from ordering.orders;
comment on view ordering.served_order is 'Published: whose an order is, where it stands, and whom to tell about work on it';

create view ordering.sold_line as
    select order_id, position, build_id, variant_id, sku, kind, name_vi, name_en, quantity from ordering.line;
comment on view ordering.sold_line is 'Published: what an order holds';

create index history_delivered on ordering.history (at) where transition = 'DELIVER';
create view ordering.delivered as
    select order_id, at as delivered_at from ordering.history where transition = 'DELIVER';
comment on view ordering.delivered is 'Published: which orders have arrived, and when';
