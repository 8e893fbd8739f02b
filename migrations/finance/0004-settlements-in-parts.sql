--liquibase formatted sql

--changeset rolt:finance-settlements-in-parts
alter table finance.settlement
    add column compared_to integer not null default 0,
    add column due timestamptz;
comment on column finance.settlement.compared_to is 'The last line whose money was settled, where there was some to settle';
comment on column finance.settlement.due is 'When a node goes on comparing it; null once that is done, or another file has taken its place';
create index settlement_due on finance.settlement (due) where due is not null;

-- A view keeps the columns it was made with.
create or replace view finance.current_settlement as
    select distinct on (day) * from finance.settlement order by day, id desc;
