--liquibase formatted sql

--changeset rolt:workshop-0001
create schema workshop;

create table workshop.work_order (
    id uuid primary key default uuidv7(),
    code text not null check (code ~ '^R-[0-9A-HJKMNP-TV-Z]{8}-[0-9]{1,3}$'),
    order_id uuid not null references ordering.orders on delete cascade,
    build_id uuid,
    state text not null default 'QUEUED' check (state in ('QUEUED', 'IN_WORK', 'ON_HOLD', 'FINISHED', 'CANCELLED')),
    technician_id uuid,
    hold_reason text check (hold_reason in ('CUSTOMER_PART', 'MISSING_PART', 'QUESTION', 'OTHER')),
    hold_words text check (length(hold_words) between 1 and 500),
    first_promised_on date not null,
    promised_on date not null,
    opened_at timestamptz not null default now(),
    constraint work_code_once unique (code),
    constraint work_of_build_once unique nulls not distinct (order_id, build_id),
    constraint work_has_technician check (state <> 'IN_WORK' or technician_id is not null),
    constraint hold_has_reason check ((state = 'ON_HOLD') = (hold_reason is not null))
);
comment on table workshop.work_order is 'What the bench has to do for one build of an order, or for its services outside of a build; the queue is in the order of the ids';
comment on column workshop.work_order.promised_on is 'What the customer was told; it changes only by a person, who says why';
create index work_open on workshop.work_order (id) where state in ('QUEUED', 'IN_WORK', 'ON_HOLD');
create index work_closed on workshop.work_order (state, id desc) where state in ('FINISHED', 'CANCELLED');

create table workshop.step (
    id uuid primary key default uuidv7(),
    work_order_id uuid not null references workshop.work_order on delete cascade,
    position integer not null check (position > 0),
    type text not null,
    sku text not null,
    name_vi text not null,
    name_en text not null,
    unit text not null,
    quantity integer not null check (quantity > 0),
    bench_minutes integer not null check (bench_minutes > 0),
    done_at timestamptz,
    done_by uuid,
    constraint step_position_once unique (work_order_id, position)
);
comment on table workshop.step is 'A service as it was sold, and the minutes that it took then, all units together';

create table workshop.item (
    step_id uuid not null references workshop.step on delete cascade,
    code text not null,
    position integer not null,
    text_vi text not null,
    text_en text not null,
    done_at timestamptz,
    done_by uuid,
    primary key (step_id, code)
);
comment on table workshop.item is 'The checklist of a step as it was when the work was opened';

create table workshop.note (
    id uuid primary key default uuidv7(),
    work_order_id uuid not null references workshop.work_order on delete cascade,
    words text not null check (length(words) between 1 and 2000),
    visible boolean not null,
    author_id uuid,
    at timestamptz not null default now()
);
comment on column workshop.note.visible is 'Whether the customer reads it';
create index note_work_order on workshop.note (work_order_id, id);

create table workshop.photo (
    picture_id uuid primary key references media.picture,
    work_order_id uuid not null references workshop.work_order on delete cascade,
    author_id uuid,
    at timestamptz not null default now()
);
create index photo_work_order on workshop.photo (work_order_id);

create table workshop.history (
    id uuid primary key default uuidv7(),
    work_order_id uuid not null references workshop.work_order on delete cascade,
    what text not null,
    words text,
    actor_id uuid,
    at timestamptz not null default now()
);
comment on table workshop.history is 'All that happened to a work order, append-only';
create index history_work_order on workshop.history (work_order_id, id);

create view workshop.asked_service as
    select o.order_id, o.code, o.state, o.paid_at, l.build_id, l.position, l.sku, l.name_vi, l.name_en, l.quantity,
        coalesce(s.type, 'OTHER') as type, coalesce(s.unit, 'PER_BOARD') as unit,
        greatest(1, ceil(l.quantity * coalesce(s.bench_minutes, 30)))::int as bench_minutes
    from ordering.served_order o join ordering.sold_line l on l.order_id = o.order_id
        join catalog.bench_service s on s.variant_id = l.variant_id
    where l.kind = 'SERVICE';
comment on view workshop.asked_service is 'What customers have asked of the bench; half an hour where the catalogue does not say how long it takes';

create view workshop.queue as
    select w.id as work_order_id, s.remaining, sum(s.remaining) over (order by w.id) as until
    from workshop.work_order w cross join lateral (
        select coalesce(sum(bench_minutes) filter (where done_at is null), 0)::int as remaining
        from workshop.step where work_order_id = w.id) s
    where w.state in ('QUEUED', 'IN_WORK', 'ON_HOLD');
comment on view workshop.queue is 'Minutes of each open work order that are still to be done, and those until it is finished, all before it included';

create view workshop.unfinished as
    select distinct a.order_id, coalesce(w.code, a.code) as code
    from workshop.asked_service a left join workshop.work_order w
        on w.order_id = a.order_id and w.build_id is not distinct from a.build_id
    where w.state is distinct from 'FINISHED';
comment on view workshop.unfinished is 'Published: orders whose work is not finished, and which work it is; one of the order''s code is not opened yet';

create view workshop.listed as
    select w.id, w.code, w.state, w.technician_id, w.promised_on, o.code as order_code, o.state as order_state,
        b.code as build_code, b.title_vi, b.title_en, c.name as technician,
        s.bench_minutes, s.steps, s.steps_done, q.until
    from workshop.work_order w join ordering.served_order o on o.order_id = w.order_id
        left join builder.saved_build b on b.build_id = w.build_id
        left join account.contact c on c.account_id = w.technician_id
        left join workshop.queue q on q.work_order_id = w.id
        cross join lateral (
            select sum(bench_minutes)::int as bench_minutes, count(*)::int as steps, count(done_at)::int as steps_done
            from workshop.step where work_order_id = w.id) s;
comment on view workshop.listed is 'Work orders as lists show them';
