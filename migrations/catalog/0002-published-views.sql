--liquibase formatted sql

--changeset rolt:catalog-0002
create view catalog.sold_variant as
    select v.id as variant_id, v.sku, p.code, p.kind,
           concat_ws(' · ', p.name_vi, nullif(v.name_vi, '')) as name_vi,
           concat_ws(' · ', p.name_en, nullif(v.name_en, '')) as name_en,
           v.price, p.published
    from catalog.variant v join catalog.product p on p.id = v.product_id;
comment on view catalog.sold_variant is 'Published: what a cart or an order needs of a variant';
