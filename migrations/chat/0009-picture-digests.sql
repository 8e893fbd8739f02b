--liquibase formatted sql

--changeset rolt:chat-picture-digests
alter table chat.message add column picture_digest bytea check (length(picture_digest) = 32);
comment on column chat.message.picture_digest is 'SHA-256 of the file as it was uploaded, by which a picture that is sent again is known; null for one of before';
