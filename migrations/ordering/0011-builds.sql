--liquibase formatted sql

--changeset rolt:ordering-0011
create table ordering.build (
    order_id uuid not null references ordering.orders on delete cascade,
    build_id uuid not null,
    title_vi text not null,
    title_en text not null,
    selection jsonb not null,
    layout jsonb not null,
    rule_version text not null,
    verdicts jsonb not null,
    accepted text[] not null,
    primary key (order_id, build_id)
);
comment on table ordering.build is 'Keyboards as they were ordered: what was chosen, what the rules of fit said, and what of it was accepted. Nothing here follows the catalogue';
comment on column ordering.build.build_id is 'As in ordering.line; no foreign key, because an order outlives the build';
comment on column ordering.build.layout is 'Names of the layout''s options and of the choices made, in both languages';
comment on column ordering.build.accepted is 'Rules whose warnings the customer ticked';
