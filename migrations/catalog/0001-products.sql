--liquibase formatted sql

--changeset rolt:catalog-0001 splitStatements:false
create schema catalog;
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;
create extension if not exists fuzzystrmatch with schema public;

create function catalog.folded(text) returns text language sql immutable parallel safe strict
    return lower(public.unaccent('public.unaccent'::regdictionary, normalize($1, NFC)));
comment on function catalog.folded is 'Lower case without diacritics, so that "ban phim" finds "bàn phím"';

create function catalog.words(text) returns text language sql immutable parallel safe strict
    return trim(regexp_replace(catalog.folded($1), '[^a-z0-9]+', ' ', 'g'));
comment on function catalog.words is 'The folded words and numbers of a text, with one space between them';

create function catalog.searchable(names text, summaries text, facets text[]) returns tsvector
    language sql immutable parallel safe
    return setweight(to_tsvector('simple', catalog.words(names)), 'A')
        || setweight(to_tsvector('simple', catalog.words(summaries)), 'B')
        || array_to_tsvector(array(select '=' || facet from unnest(facets) facet) || '=all'::text);
comment on function catalog.searchable is 'One index for words and facets: words as they are, facets as "=name:value"';

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
    facets text[] not null default '{}',
    price bigint,
    published boolean not null default true,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    search tsvector generated always as (case when published and price is not null then catalog.searchable(
        name_vi || ' ' || name_en || ' ' || brand, summary_vi || ' ' || summary_en, facets) end) stored,
    constraint product_code_once unique (code)
);
comment on column catalog.product.facets is 'What the list can be narrowed by, as name:value; derived from kind, brand and specs';
comment on column catalog.product.price is 'The cheapest variant, đồng; null without variants, which are then not listed';
create index product_search on catalog.product using gin (search) with (fastupdate = off);
create index product_newest on catalog.product (created_at, id);
create index product_price on catalog.product (price, id);
create index product_name_vi on catalog.product ((name_vi collate "vi-x-icu"), id);
create index product_name_en on catalog.product ((name_en collate "en-x-icu"), id);
create index product_kind_newest on catalog.product (kind, created_at, id);
create index product_kind_price on catalog.product (kind, price, id);
create index product_kind_name_vi on catalog.product (kind, (name_vi collate "vi-x-icu"), id);
create index product_kind_name_en on catalog.product (kind, (name_en collate "en-x-icu"), id);

-- A list reads thousands of rows for their facets: descriptions and specs lie aside, where it does not pass them.
alter table catalog.product set (toast_tuple_target = 512);
alter table catalog.product
    alter search set storage main, alter facets set storage main,
    alter summary_vi set storage main, alter summary_en set storage main;

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

create function catalog.keep_price() returns trigger language plpgsql as $$
begin
    update catalog.product p set price = now.price
        from (select c.product_id, (select min(v.price) from catalog.variant v where v.product_id = c.product_id) price
                from (select distinct product_id from changed) c) now
        where p.id = now.product_id and p.price is distinct from now.price;
    return null;
end $$;
create trigger variant_added after insert on catalog.variant
    referencing new table as changed for each statement execute function catalog.keep_price();
create trigger variant_changed after update on catalog.variant
    referencing new table as changed for each statement execute function catalog.keep_price();
create trigger variant_removed after delete on catalog.variant
    referencing old table as changed for each statement execute function catalog.keep_price();

create table catalog.word (word text collate "C" primary key);
comment on table catalog.word is 'Every word that products are found by, so that slips can be put right';
create index word_alike on catalog.word using gin (word gin_trgm_ops);

create function catalog.keep_words() returns trigger language plpgsql as $$
begin
    insert into catalog.word
        select distinct lexeme from changed, unnest(changed.search) where lexeme !~ '^='
        on conflict do nothing;
    return null;
end $$;
create trigger product_added after insert on catalog.product
    referencing new table as changed for each statement execute function catalog.keep_words();
create trigger product_changed after update on catalog.product
    referencing new table as changed for each statement execute function catalog.keep_words();

create function catalog.meant(typed text) returns text language sql stable parallel safe strict
    return (select case
        when exists (select from catalog.word w where w.word >= typed collate "C" and w.word < typed || '~' collate "C")
            then typed || ':*'
        else (select coalesce(string_agg(w.word, ' | '), typed) from catalog.word w
            where w.word % typed and levenshtein_less_equal(w.word, typed, 2)
                <= case when length(typed) < 4 then 0 when length(typed) < 6 then 1 else 2 end)
        end);
comment on function catalog.meant is 'A folded word as typed: the words that begin with it, or else those one slip (two in long words) away';

create function catalog.wanted(typed text) returns tsquery language sql stable parallel safe strict
    return (select string_agg('(' || catalog.meant(word) || ')', ' & ')::tsquery
        from regexp_split_to_table(catalog.words(typed), ' ') word where word <> '');
comment on function catalog.wanted is 'What a customer''s words search for: each must be found; null where there is no word';
