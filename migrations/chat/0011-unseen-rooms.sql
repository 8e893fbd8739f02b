--liquibase formatted sql

--changeset rolt:chat-unseen-rooms
create view chat.available_member as
    select h.account_id, p.name, 'TECHNICIAN' = any(p.roles) as technician, h.seen_at
    from chat.presence h join account.person p using (account_id)
    where h.available and p.roles && array['SUPPORT', 'TECHNICIAN'];
comment on view chat.available_member is 'Who takes rooms, and when each was last heard of at the desk';

create view chat.arrival as
    select r.id as room_id, r.customer_id, 0 as turn, null as move, uuid_extract_timestamp(r.id) as at from chat.room r
    union all
    select r.id, r.customer_id, t.turn, t.move, t.at from chat.room r join chat.turn t on t.room_id = r.id
    where t.move in ('RELEASE', 'MISS', 'REOPEN');
comment on view chat.arrival is 'When rooms came into the queue: opened, or back by a move';

alter table chat.room add column desk_mailed_at timestamptz;
comment on column chat.room.desk_mailed_at is 'When the shop was mailed that it waits and nobody is there; null since it was moved last';
