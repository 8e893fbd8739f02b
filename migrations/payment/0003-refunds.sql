--liquibase formatted sql

--changeset rolt:payment-refunds
alter table payment.attempt
    add column captured bigint check (captured > 0),
    add column pays boolean not null default false,
    add column refunded bigint not null default 0,
    add column follow_up_at timestamptz;
update payment.attempt set captured = amount, pays = true where state = 'CAPTURED';
update payment.attempt set state = 'CAPTURED', captured = amount, follow_up_at = now()
    where state = 'REVIEW' and reason in ('LATE', 'SECOND');
alter table payment.attempt
    add constraint captured_is_counted check ((state = 'CAPTURED') = (captured is not null)),
    add constraint only_captured_pays check (captured is not null or not pays),
    add constraint refund_within_capture check (refunded between 0 and coalesce(captured, 0));
comment on column payment.attempt.captured is 'Đồng that VNPAY took for it; another amount than asked for only where Finance said so';
comment on column payment.attempt.pays is 'Whether this is the capture that paid its order; any other is paid back';
comment on column payment.attempt.refunded is 'Đồng of it that have gone back or shall, the sum of its refunds that are not withdrawn';
comment on column payment.attempt.follow_up_at is 'When it is looked again what becomes of a capture that did not pay its order; null once that is decided';
comment on column payment.attempt.reason is 'Another amount, the order had ended, a success after a failure, the order was paid already';
create unique index attempt_pays_once on payment.attempt (order_id) where pays;
create index attempt_follow_up on payment.attempt (follow_up_at) where follow_up_at is not null;

create table payment.refund (
    id uuid primary key default uuidv7(),
    order_id uuid not null references ordering.orders,
    attempt_id uuid not null references payment.attempt,
    amount bigint not null check (amount > 0),
    reason text not null check (reason in ('ASKED', 'CALLED_OFF', 'LATE', 'SECOND', 'AMOUNT')),
    note text,
    state text not null default 'REQUESTED' check
        (state in ('REQUESTED', 'SENT', 'ACCEPTED', 'PAID_OUT', 'REFUSED', 'UNKNOWN', 'WITHDRAWN')),
    requested_at timestamptz not null default now(),
    requested_by uuid,
    due timestamptz default now(),
    sent_at timestamptz,
    whole boolean not null default false,
    transaction_no text,
    response_code text,
    queries integer not null default 0 check (queries >= 0),
    paid_out_at timestamptz,
    constraint paid_out_has_time check ((state = 'PAID_OUT') = (paid_out_at is not null))
);
comment on table payment.refund is 'Money that goes back to a customer, or shall';
comment on column payment.refund.note is 'Why, in the words of who asked for it';
comment on column payment.refund.due is 'When the shop goes on with it: sends it, or asks VNPAY how far it is; null where a person must, or it is over';
comment on column payment.refund.whole is 'Whether it was sent as the refund of all of the payment (type 02), not of a part (03)';
comment on column payment.refund.transaction_no is 'VNPAY''s number of the refund';
comment on column payment.refund.queries is 'How often VNPAY was asked about it since it was last told';
create index refund_order on payment.refund (order_id);
create index refund_attempt on payment.refund (attempt_id);
create index refund_due on payment.refund (due) where due is not null;
create index refund_unsettled on payment.refund (state) where state in ('REFUSED', 'UNKNOWN');

create table payment.refund_step (
    id uuid primary key default uuidv7(),
    refund_id uuid not null references payment.refund,
    state text not null,
    actor_id uuid,
    note text,
    at timestamptz not null default now()
);
comment on table payment.refund_step is 'How a refund came where it is; an actor is a person, none the shop itself';
create index refund_step_refund on payment.refund_step (refund_id, id);

alter table payment.query rename to call;
alter index payment.query_attempt rename to call_attempt;
alter index payment.query_age rename to call_age;
alter table payment.call add column refund_id uuid references payment.refund;
comment on table payment.call is 'Each request to VNPAY''s merchant API with its answer; without a result where the node was lost in between';
create index call_refund on payment.call (refund_id) where refund_id is not null;

create view payment.order_refund as
    select r.id, r.order_id, r.amount, r.reason, r.state, r.requested_at, r.paid_out_at
    from payment.refund r where r.state <> 'WITHDRAWN';
comment on view payment.order_refund is 'Published: what of an order''s money goes back, or has gone';
