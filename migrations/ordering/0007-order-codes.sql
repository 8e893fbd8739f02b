--liquibase formatted sql

--changeset rolt:ordering-order-codes
create view ordering.order_code as select id as order_id, code from ordering.orders;
comment on view ordering.order_code is 'Published: how people call an order';

create view ordering.unsent as
    select l.variant_id, sum(l.quantity)::int as quantity
    from ordering.line l join ordering.orders o on o.id = l.order_id
    where o.state in ('PAID', 'IN_ASSEMBLY') group by l.variant_id;
comment on view ordering.unsent is 'Published: units that are paid for and not sent yet; sold, but still on the shelf';
