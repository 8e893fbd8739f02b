--liquibase formatted sql

--changeset rolt:people-0001
create schema people;

create table people.address (
    id uuid primary key default uuidv7(),
    account_id uuid not null references account.account on delete cascade,
    name text not null check (length(name) between 1 and 100),
    phone text not null check (phone ~ '^0(2[0-9]{9}|[35789][0-9]{8})$'),
    province text not null check (length(province) between 1 and 80),
    ward text not null check (length(ward) between 1 and 80),
    street text not null check (length(street) between 1 and 200),
    preferred boolean not null,
    constraint address_once unique (account_id, name, phone, province, ward, street)
);
comment on column people.address.preferred is 'The one that the checkout begins with';
create unique index address_preferred_once on people.address (account_id) where preferred;

create table people.staff_card (
    account_id uuid primary key references account.account on delete cascade,
    position text check (length(position) between 1 and 100),
    department text check (length(department) between 1 and 100),
    start_date date,
    work_phone text check (length(work_phone) between 1 and 30),
    about text check (length(about) between 1 and 500)
);
comment on table people.staff_card is 'What the shop knows of its staff: the first three are for administrators to change, the others for the person';

create function people.pattern(typed text) returns text language sql immutable parallel safe strict
    return '%' || regexp_replace(account.folded(typed), '([\\%_])', '\\\1', 'g') || '%';
comment on function people.pattern is 'What was typed, as LIKE finds it in account.person.findable';
