--liquibase formatted sql

--changeset rolt:builder-0001
create schema builder;

create table builder.build (
    id uuid primary key default uuidv7(),
    code text not null check (length(code) between 3 and 64),
    account_id uuid references account.account on delete cascade,
    session_id uuid references account.session on delete set null,
    title_vi text not null,
    title_en text not null,
    text_vi text not null default '',
    text_en text not null default '',
    selection jsonb not null,
    preset boolean not null default false,
    created_at timestamptz not null default now(),
    constraint build_code_once unique (code)
);
comment on column builder.build.selection is 'Kit variant, layout choices, switch and keycap variants, accessories, services: what was chosen, never what was derived';
create index build_account on builder.build (account_id) where account_id is not null;
create index build_preset on builder.build (created_at desc) where preset;
