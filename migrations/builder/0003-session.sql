--liquibase formatted sql

--changeset rolt:builder-0003
-- A session that is swept looks for its builds.
create index build_session on builder.build (session_id) where session_id is not null;
