--liquibase formatted sql

--changeset rolt:ordering-ordered-cart-lines
create view ordering.ordered_cart_line as select cart_line_id from ordering.line;
comment on view ordering.ordered_cart_line is 'Published: lines of carts that have become orders and are about to leave the cart';
