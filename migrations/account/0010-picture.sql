--liquibase formatted sql

--changeset rolt:account-0010
alter table account.account add column picture_id uuid references media.picture;
create index account_picture on account.account (picture_id) where picture_id is not null;

create view account.used_picture as select picture_id from account.account where picture_id is not null;
comment on view account.used_picture is 'Published: the pictures that accounts show and that must therefore be kept';
