--liquibase formatted sql

--changeset rolt:ordering-own-orders
alter table ordering.orders
    alter column account_id drop not null,
    drop constraint orders_account_id_fkey,
    add constraint orders_account_id_fkey foreign key (account_id) references account.account on delete set null;
comment on column ordering.orders.account_id is 'Null once the account is deleted: the order stays, as accounting needs it';

create view ordering.own_order as
    select o.account_id, o.state in ('PENDING_PAYMENT', 'PAID', 'IN_ASSEMBLY', 'SHIPPED') as unfinished,
        jsonb_build_object('code', o.code, 'state', o.state, 'email', o.email, 'recipient', o.recipient,
            'goodsTotal', o.goods_total, 'shippingFee', o.shipping_fee, 'total', o.total, 'vat', o.vat,
            'placedAt', o.placed_at, 'paidAt', o.paid_at,
            'lines', (select jsonb_agg(jsonb_build_object('sku', l.sku, 'name', l.name_vi, 'unitPrice', l.unit_price,
                    'quantity', l.quantity, 'total', l.total) order by l.position)
                from ordering.line l where l.order_id = o.id)) as data
    from ordering.orders o;
comment on view ordering.own_order is 'Published: what a customer takes along, and whether his account must stay';
