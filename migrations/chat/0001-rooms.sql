--liquibase formatted sql

--changeset rolt:chat-0001
create schema chat;

create table chat.customer (
    account_id uuid primary key references account.account on delete cascade,
    handle text not null check (handle ~ '^[0-9a-hjkmnp-tv-z]{6}$'),
    rooms integer not null default 0,
    constraint handle_once unique (handle)
);
comment on column chat.customer.handle is 'Stands in the codes of the rooms: readable, and telling nothing about the person';
comment on column chat.customer.rooms is 'How many were opened so far, the number in the code of the latest';

create table chat.room (
    id uuid primary key default uuidv7(),
    code text not null check (code ~ '^support-[0-9a-hjkmnp-tv-z]{6}-[0-9]{3,6}$'),
    customer_id uuid not null references account.account on delete cascade,
    subject text not null check (length(subject) between 1 and 120),
    order_code text,
    build_code text,
    state text not null default 'WAITING' check (state in ('WAITING', 'OPEN', 'CLOSED')),
    member_id uuid,
    turn integer not null default 0,
    last_seq bigint not null default 0,
    waiting_since timestamptz not null default now(),
    active_at timestamptz not null default clock_timestamp(),
    constraint room_code_once unique (code),
    constraint open_has_member check ((state = 'OPEN') = (member_id is not null)),
    constraint nobody_serves_himself check (member_id <> customer_id)
);
comment on table chat.room is 'A conversation of a customer with the shop. Who writes is one of two: the customer and the member of staff who has it';
comment on column chat.room.turn is 'How often state or member changed: what a change compares, so that of two at once one comes first';
comment on column chat.room.last_seq is 'The number of the latest message; the row is locked by whoever adds one, so numbers have neither gaps nor twins';
comment on column chat.room.waiting_since is 'Its place in the queue';
comment on column chat.room.active_at is 'When something was last said or moved';
create unique index one_room_at_a_time on chat.room (customer_id) where state <> 'CLOSED';
create index room_customer on chat.room (customer_id, id desc);
create index room_waiting on chat.room (waiting_since) where state = 'WAITING';
create index room_member on chat.room (member_id) where state = 'OPEN';
create index room_idle on chat.room (active_at) where state = 'OPEN';

create table chat.seat (
    room_id uuid not null references chat.room on delete cascade,
    account_id uuid not null,
    side text not null check (side in ('CUSTOMER', 'STAFF')),
    read_seq bigint not null default 0,
    seen_at timestamptz,
    since timestamptz not null default now(),
    primary key (room_id, account_id)
);
comment on table chat.seat is 'Who may read a room: its customer, and whoever has or had it. A member who was replaced keeps the seat and only reads';
comment on column chat.seat.seen_at is 'The last heartbeat in this room';
create index seat_account on chat.seat (account_id, room_id desc);

create table chat.turn (
    room_id uuid not null references chat.room on delete cascade,
    turn integer not null,
    move text not null,
    member_id uuid,
    actor_id uuid,
    note text check (length(note) between 1 and 2000),
    at timestamptz not null default clock_timestamp(),
    primary key (room_id, turn)
);
comment on table chat.turn is 'Who had the room from when on, and what was told to the next member; staff alone read it';
comment on column chat.turn.actor_id is 'Null where the shop did it by itself';

create table chat.message (
    room_id uuid not null references chat.room on delete cascade,
    seq bigint not null check (seq > 0),
    sender_id uuid,
    side text not null check (side in ('CUSTOMER', 'STAFF', 'SHOP')),
    client_id text check (length(client_id) between 8 and 64),
    kind text not null check (kind in ('TEXT', 'PICTURE', 'EVENT', 'PROPOSAL')),
    text text check (length(text) between 1 and 4000),
    event text,
    about text,
    picture_id uuid references media.picture,
    at timestamptz not null default clock_timestamp(),
    primary key (room_id, seq),
    constraint sent_once unique (room_id, sender_id, client_id),
    constraint sender_has_side check ((side = 'SHOP') = (sender_id is null))
);
comment on column chat.message.client_id is 'Chosen by the client that sent it: sent again, it is the same message';
comment on column chat.message.event is 'What happened, of kind EVENT; worded in the language of who reads';
comment on column chat.message.about is 'The name that the words of an event need';

create table chat.presence (
    account_id uuid primary key references account.account on delete cascade,
    available boolean not null default true,
    seen_at timestamptz not null default now()
);
comment on table chat.presence is 'Which staff are there: who takes rooms, and when each was last heard of';
