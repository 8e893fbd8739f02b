--liquibase formatted sql

--changeset rolt:account-registrations
create table account.registration (
    token_hash bytea primary key,
    email text not null check (email = lower(email) and length(email) between 3 and 254 and position('@' in email) > 1),
    password_hash text not null,
    name text not null check (length(name) between 1 and 100),
    language text not null check (language in ('VI', 'EN')),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
);
comment on table account.registration is 'Who wants an account, and has not shown yet that the address is his; any number of people may claim the same one';
create index registration_email on account.registration (email, created_at desc);

insert into account.registration (token_hash, email, password_hash, name, language, created_at, expires_at)
select t.token_hash, a.email, a.password_hash, a.name, a.language, t.created_at, t.expires_at
from account.one_time_token t join account.account a on a.id = t.account_id
where t.purpose = 'VERIFY_EMAIL' and a.verified_at is null;

delete from account.account where verified_at is null;
delete from account.one_time_token where purpose = 'VERIFY_EMAIL';

alter table account.one_time_token
    drop constraint one_time_token_purpose_check,
    add constraint one_time_token_purpose_check check (purpose in ('RESET_PASSWORD'));
