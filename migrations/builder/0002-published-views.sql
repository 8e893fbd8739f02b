--liquibase formatted sql

--changeset rolt:builder-0002
create view builder.saved_build as
    select id as build_id, code, title_vi, title_en from builder.build;
comment on view builder.saved_build is 'Published: what a cart or the bench calls a build';
