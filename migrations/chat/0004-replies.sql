--liquibase formatted sql

--changeset rolt:chat-replies
create table chat.reply (
    id uuid primary key default uuidv7(),
    title text not null check (length(title) between 1 and 80),
    text_vi text not null check (length(text_vi) between 1 and 2000),
    text_en text not null check (length(text_en) between 1 and 2000),
    position integer not null
);
comment on table chat.reply is 'What the desk says often; {name} and {order} are filled in by who sends it';
create index reply_position on chat.reply (position, id);
