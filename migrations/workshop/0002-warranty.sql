--liquibase formatted sql

--changeset rolt:workshop-warranty
create table workshop.warranty (
    id uuid primary key default uuidv7(),
    order_id uuid not null,
    position integer not null,
    begins_on date not null,
    ends_on date not null check (ends_on >= begins_on),
    voided_at timestamptz,
    voided_by uuid,
    void_reason text check (length(void_reason) between 3 and 500),
    constraint warranty_once unique (order_id, position),
    constraint warranty_line foreign key (order_id, position) references ordering.line on delete cascade,
    constraint void_has_reason check ((voided_at is null) = (void_reason is null))
);
comment on table workshop.warranty is 'Of a line of an order that was delivered; the period as it was promised then, its last day included';

create table workshop.claim (
    id uuid primary key default uuidv7(),
    warranty_id uuid not null references workshop.warranty on delete cascade,
    state text not null default 'REQUESTED' check (state in ('REQUESTED', 'APPROVED', 'REJECTED', 'DONE')),
    description text not null check (length(description) between 10 and 2000),
    asked_at timestamptz not null default now()
);
create index claim_warranty on workshop.claim (warranty_id, id);
create unique index claim_open_once on workshop.claim (warranty_id) where state in ('REQUESTED', 'APPROVED');
create index claim_state on workshop.claim (state, id);

create table workshop.claim_photo (
    picture_id uuid primary key references media.picture,
    claim_id uuid not null references workshop.claim on delete cascade
);
create index claim_photo_claim on workshop.claim_photo (claim_id);

create table workshop.claim_history (
    id uuid primary key default uuidv7(),
    claim_id uuid not null references workshop.claim on delete cascade,
    what text not null,
    words text,
    actor_id uuid,
    at timestamptz not null default now()
);
comment on table workshop.claim_history is 'All that happened to a claim, append-only; the customer reads the words';
create index claim_history_claim on workshop.claim_history (claim_id, id);

create view workshop.used_picture as
    select picture_id from workshop.photo union all select picture_id from workshop.claim_photo;
comment on view workshop.used_picture is 'Published: the pictures that the workshop shows and that must therefore be kept';

--changeset rolt:workshop-warranties-of-before
insert into workshop.warranty (order_id, position, begins_on, ends_on)
select l.order_id, l.position, d.day, d.day + case l.kind when 'SERVICE' then interval '6 months' else interval '12 months' end
from ordering.sold_line l join (
    select order_id, (min(delivered_at) at time zone 'Asia/Ho_Chi_Minh')::date as day
    from ordering.delivered group by order_id) d on d.order_id = l.order_id;

--changeset rolt:workshop-warranty-state
create function workshop.warranty_state(voided_at timestamptz, ends_on date) returns text language sql stable
    return case when voided_at is not null then 'VOID'
        when ends_on < (now() at time zone 'Asia/Ho_Chi_Minh')::date then 'EXPIRED' else 'ACTIVE' end;
comment on function workshop.warranty_state is 'Where a warranty stands today; its last day is included';
