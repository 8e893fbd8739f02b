--liquibase formatted sql

--changeset rolt:catalog-bench-services
create view catalog.bench_service as
    select v.id as variant_id, p.specs ->> 'type' as type, p.specs ->> 'unit' as unit,
        (p.specs ->> 'benchMinutes')::numeric as bench_minutes
    from catalog.variant v join catalog.product p on p.id = v.product_id where p.kind = 'SERVICE';
comment on view catalog.bench_service is 'Published: what the bench needs of a service; the minutes are for one unit of it';
