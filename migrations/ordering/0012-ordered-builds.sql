--liquibase formatted sql

--changeset rolt:ordering-0012
-- The builder looks for orders that hold a build.
create index line_build on ordering.line (build_id) where build_id is not null;
