--liquibase formatted sql

--changeset rolt:account-mails-to-strangers
create table account.stranger_mail (
    email text not null,
    template text not null,
    asked_at timestamptz[] not null,
    primary key (email, template)
);
comment on table account.stranger_mail is 'Mails that anybody can have sent to an address which has not shown that it wants them, so that nobody is flooded';
comment on column account.stranger_mail.asked_at is 'The last ten, newest first';
create index stranger_mail_age on account.stranger_mail ((asked_at[1]));

--changeset rolt:account-used-refresh-tokens
create index refresh_token_used on account.refresh_token (used_at) where used_at is not null;
