--liquibase formatted sql

--changeset rolt:chat-heard-members
create view chat.heard_member as
    select r.id as room_id, greatest(s.seen_at, p.seen_at) as heard_at
    from chat.room r
    join chat.seat s on s.room_id = r.id and s.account_id = r.member_id
    left join chat.presence p on p.account_id = r.member_id;
comment on view chat.heard_member is 'When who has a room was last heard of, in it or at the desk';
