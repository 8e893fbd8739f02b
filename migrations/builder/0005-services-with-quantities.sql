--liquibase formatted sql

--changeset rolt:builder-0005
-- A service is chosen with a quantity now, like an accessory.
update builder.build
set selection = (selection - 'serviceSkus') || jsonb_build_object('services', (
    select coalesce(jsonb_agg(jsonb_build_object('sku', sku) order by n), '[]')
    from jsonb_array_elements_text(selection->'serviceSkus') with ordinality as named (sku, n)))
where jsonb_exists(selection, 'serviceSkus');
