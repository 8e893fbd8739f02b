--liquibase formatted sql

--changeset rolt:account-revert-links
comment on table account.email_change is 'A new address that waits to be confirmed, was overtaken, or took effect and can still be taken back; then there are two rows, for the two links that the old address was sent';
comment on column account.email_change.revert_hash is 'Of a link that only the old address was sent; it lives a week, whatever is asked for or changed after it';
