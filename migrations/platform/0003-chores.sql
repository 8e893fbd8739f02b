--liquibase formatted sql

--changeset rolt:platform-0003
create table platform.chore (
    name text primary key,
    taken_at timestamptz not null default now()
);
comment on table platform.chore is 'Periodic work and when a node last took it; whoever moves the time does the work, so the cluster does it once';

create index outbox_done on platform.outbox (done_at) where done_at is not null;
