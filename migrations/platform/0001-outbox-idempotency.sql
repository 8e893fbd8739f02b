--liquibase formatted sql

--changeset rolt:platform-0001
create table platform.outbox (
    id uuid primary key default uuidv7(),
    kind text not null check (kind in ('mail', 'event')),
    key text not null,
    payload jsonb not null,
    due timestamptz not null default now(),
    attempts integer not null default 0 check (attempts >= 0),
    last_error text,
    done_at timestamptz,
    created_at timestamptz not null default now(),
    constraint outbox_once unique (kind, key)
);
comment on table platform.outbox is 'What must happen after a commit; worked off by any node, at least once';
create index outbox_due on platform.outbox (due) where done_at is null;

create table platform.idempotency (
    scope text not null,
    key text not null check (length(key) between 8 and 100),
    body_hash bytea not null,
    answer jsonb not null,
    created_at timestamptz not null default now(),
    primary key (scope, key)
);
comment on table platform.idempotency is 'The answer of an effect, written in its transaction and replayed for 24 hours';
create index idempotency_age on platform.idempotency (created_at);

create function platform.enter_idempotent(asked_scope text, asked_key text, out free boolean, out earlier jsonb)
language plpgsql volatile as '
begin
    free := pg_try_advisory_xact_lock(hashtextextended(asked_scope || ''/'' || asked_key, 0));
    select jsonb_build_object(''hash'', encode(body_hash, ''hex''), ''answer'', answer) into earlier
    from platform.idempotency
    where scope = asked_scope and key = asked_key and created_at > now() - interval ''24 hours'';
end';
comment on function platform.enter_idempotent is 'A function, because its second statement must see what was committed just before its first; a single statement would read the older snapshot';
