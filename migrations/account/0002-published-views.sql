--liquibase formatted sql

--changeset rolt:account-0002
create view account.contact as
    select id as account_id, email, name, language, verified_at is not null as verified from account.account;
comment on view account.contact is 'Published: where mail to an account goes, and whether that address is verified';
