--liquibase formatted sql

--changeset rolt:chat-ratings
alter table chat.room
    add column stars smallint check (stars between 1 and 5),
    add column rating_words text check (length(rating_words) between 1 and 2000),
    add column rated_at timestamptz,
    add constraint rated_with_stars check ((stars is null) = (rated_at is null) and (stars is not null or rating_words is null));
comment on column chat.room.stars is 'What its customer thought of it, once it was closed';
