--liquibase formatted sql

--changeset rolt:catalog-0001
create schema catalog;
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

create function catalog.folded(text) returns text language sql immutable parallel safe strict
    return lower(public.unaccent('public.unaccent'::regdictionary, $1));
comment on function catalog.folded is 'Lower case without diacritics, so that "ban phim" finds "bàn phím"';

create table catalog.product (
    id uuid primary key default uuidv7(),
    code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 80),
    kind text not null check (kind in ('KIT', 'SWITCH', 'KEYCAP_SET', 'ARTISAN', 'ACCESSORY', 'SERVICE')),
    brand text not null check (length(brand) between 1 and 80),
    name_vi text not null check (length(name_vi) between 1 and 120),
    name_en text not null check (length(name_en) between 1 and 120),
    summary_vi text not null,
    summary_en text not null,
    description_vi text not null,
    description_en text not null,
    specs jsonb not null default '{}',
    published boolean not null default true,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    search text generated always as (catalog.folded(
        name_vi || ' ' || name_en || ' ' || brand || ' ' || summary_vi || ' ' || summary_en)) stored,
    constraint product_code_once unique (code)
);
create index product_kind on catalog.product (kind, created_at desc, id desc) where published;
create index product_search on catalog.product using gin (search gin_trgm_ops);
create index product_specs on catalog.product using gin (specs jsonb_path_ops);

create table catalog.variant (
    id uuid primary key default uuidv7(),
    product_id uuid not null references catalog.product on delete cascade,
    sku text not null check (sku ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$' and length(sku) <= 60),
    name_vi text not null,
    name_en text not null,
    price bigint not null check (price between 1000 and 999999999),
    attributes jsonb not null default '{}',
    position integer not null default 0,
    constraint variant_sku_once unique (sku)
);
comment on column catalog.variant.price is 'Đồng, VAT included';
create index variant_product on catalog.variant (product_id, position);
create index variant_price on catalog.variant (price);
