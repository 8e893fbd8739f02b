--liquibase formatted sql

--changeset rolt:chat-claims
create index turn_claimed on chat.turn (at) where move = 'CLAIM';
