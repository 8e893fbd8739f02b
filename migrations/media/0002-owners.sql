--liquibase formatted sql

--changeset rolt:media-0002
create index picture_owner on media.picture (owner_id);
