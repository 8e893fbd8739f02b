--liquibase formatted sql

--changeset rolt:account-person-second-factor
create or replace view account.person as
    select a.id as account_id, a.email, a.name, a.phone, a.language, a.verified_at is not null as verified,
        a.created_at as registered_at, a.findable,
        array(select role from account.account_role r join account.role k on k.code = r.role
            where r.account_id = a.id and role <> 'CUSTOMER' order by k.position) as roles,
        exists (select from account.second_factor f where f.account_id = a.id and f.confirmed_at is not null)
            as second_factor
    from account.account a;
