--liquibase formatted sql

--changeset rolt:people-own-data
create view people.own_address as
    select account_id, jsonb_build_object('name', name, 'phone', phone, 'province', province, 'ward', ward,
        'street', street, 'preferred', preferred) as data
    from people.address;
comment on view people.own_address is 'Published: what a customer takes along';

create view people.own_card as
    select account_id, jsonb_strip_nulls(jsonb_build_object('position', position, 'department', department,
        'startDate', start_date, 'workPhone', work_phone, 'about', about)) as data
    from people.staff_card;
comment on view people.own_card is 'Published: what somebody of the staff takes along';
