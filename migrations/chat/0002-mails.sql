--liquibase formatted sql

--changeset rolt:chat-mails
alter table chat.room add column mailed_seq bigint not null default 0, add column mailed_at timestamptz;
comment on column chat.room.mailed_seq is 'Up to where the customer, who was away, was mailed what staff said';
comment on column chat.room.mailed_at is 'When that was last';
create index room_active on chat.room (active_at);
