--liquibase formatted sql

--changeset rolt:cart-0006
create view cart.held_build as select build_id from cart.line where build_id is not null;
comment on view cart.held_build is 'Published: the builds that lie in carts';
