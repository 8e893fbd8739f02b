--liquibase formatted sql

--changeset rolt:account-roles
create table account.role (
    code text primary key,
    position integer not null,
    name_vi text not null,
    name_en text not null,
    description_vi text not null,
    description_en text not null,
    constraint role_position_once unique (position) deferrable initially deferred
);
comment on table account.role is 'The roles as people read them; the program knows what each may do';

insert into account.role select code, position, code, code, '', ''
    from unnest(array['CUSTOMER', 'SUPPORT', 'TECHNICIAN', 'PRODUCT_MANAGER', 'CONTENT_DESIGNER', 'FINANCE', 'ADMIN'])
        with ordinality as known (code, position);
alter table account.account_role
    drop constraint account_role_role_check,
    add constraint role_is_known foreign key (role) references account.role;
create index account_role_role on account.account_role (role, account_id) where role <> 'CUSTOMER';

create table account.role_change (
    id uuid primary key default uuidv7(),
    account_id uuid not null,
    actor_id uuid,
    before text[] not null,
    after text[] not null,
    request_id text not null,
    at timestamptz not null default now()
);
comment on table account.role_change is 'Who gave and took which roles of staff; it outlives the accounts, so it refers to none';
comment on column account.role_change.actor_id is 'Null for the command create-admin';
create index role_change_account on account.role_change (account_id, id desc);

--changeset rolt:account-last-admin splitStatements:false
create function account.keep_last_admin() returns trigger language plpgsql as $$
begin
    -- Of two administrators who leave at once the second waits here for the first, and then sees that he is the last.
    perform pg_advisory_xact_lock(hashtextextended('account.last_admin', 0));
    if not exists (select from account.account_role where role = 'ADMIN') then
        raise check_violation using constraint = 'last_admin_stays', message = 'the last administrator stays';
    end if;
    return null;
end $$;
create trigger last_admin_stays after delete or update on account.account_role
    for each row when (old.role = 'ADMIN') execute function account.keep_last_admin();

--changeset rolt:account-person
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;
create function account.folded(text) returns text language sql immutable parallel safe strict
    return lower(public.unaccent('public.unaccent'::regdictionary, normalize($1, NFC)));
comment on function account.folded is 'Lower case without diacritics, so that "nguyen" finds "Nguyễn"';
alter table account.account add column findable text
    generated always as (account.folded(name || ' ' || email || ' ' || coalesce(phone, ''))) stored;
create index account_findable on account.account using gin (findable public.gin_trgm_ops);

create view account.person as
    select a.id as account_id, a.email, a.name, a.phone, a.language, a.verified_at is not null as verified,
        a.created_at as registered_at, a.findable,
        array(select role from account.account_role r join account.role k on k.code = r.role
            where r.account_id = a.id and role <> 'CUSTOMER' order by k.position) as roles
    from account.account a;
comment on view account.person is 'Published: who has an account and which roles of staff, for the lists of customers and staff';
