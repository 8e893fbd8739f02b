--liquibase formatted sql

--changeset rolt:chat-pictures
create index message_picture on chat.message (picture_id) where picture_id is not null;

create view chat.used_picture as select picture_id from chat.message where picture_id is not null;
comment on view chat.used_picture is 'Published: the pictures that conversations show and that must therefore be kept';
