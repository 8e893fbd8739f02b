--liquibase formatted sql

--changeset rolt:builder-0007
alter table builder.build
    add column of_cart boolean not null default false,
    add constraint copy_of_nobody check (not (of_cart and (kept or preset)));
comment on column builder.build.of_cart is 'A copy that was made for a cart, and goes when neither a cart nor an order has it. Others stay, though they may be in nobody''s list: their link was given away';
create index build_of_cart on builder.build (created_at) where of_cart;
