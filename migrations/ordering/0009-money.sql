--liquibase formatted sql

--changeset rolt:ordering-money
create view ordering.money as
    select o.id, o.code, o.state, o.recipient->>'name' as customer, o.email, o.recipient->>'phone' as phone,
        o.goods_total, o.shipping_fee, o.total, o.vat, o.placed_at,
        (select jsonb_agg(jsonb_build_object('sku', l.sku, 'nameVi', l.name_vi, 'nameEn', l.name_en,
                'quantity', l.quantity, 'unitPrice', l.unit_price, 'total', l.total) order by l.position)
            from ordering.line l where l.order_id = o.id) as lines
    from ordering.orders o;
comment on view ordering.money is 'Published: what an order''s customer is charged, and for what';
