--liquibase formatted sql

--changeset rolt:builder-own-builds
create view builder.own_build as
    select account_id, jsonb_build_object('code', code, 'title', title_vi, 'selection', selection,
        'createdAt', created_at) as data
    from builder.build where account_id is not null;
comment on view builder.own_build is 'Published: what a customer takes along';
