--liquibase formatted sql

--changeset rolt:workshop-awaited-parts
alter table workshop.work_order add awaited text[] not null default '{}';
comment on column workshop.work_order.awaited is 'Slots of the build whose parts the customer sends; they stay when the parts have come';

--changeset rolt:workshop-awaited
create function workshop.awaited(of_order uuid, of_build uuid) returns text[] language sql stable
    return case
        when of_build is not null then (
            select array_remove(array_agg(distinct slot order by slot), null)
            from ordering.awaited_part where order_id = of_order and build_id = of_build)
        when not exists (
            select from ordering.sold_line where order_id = of_order and build_id is null and kind <> 'SERVICE')
        then '{}'::text[] end;
comment on function workshop.awaited is 'What the customer sends for the work on a build, or for services outside of one, which are done on what was bought beside them or else on the customer''s own; null where all of it is the shop''s';

--changeset rolt:workshop-listed-with-holds
create or replace view workshop.listed as
    select w.id, w.code, w.state, w.technician_id, w.promised_on, o.code as order_code, o.state as order_state,
        b.code as build_code, b.title_vi, b.title_en, c.name as technician,
        s.bench_minutes, s.steps, s.steps_done, q.until, w.hold_reason, w.hold_words, w.awaited
    from workshop.work_order w join ordering.served_order o on o.order_id = w.order_id
        left join builder.saved_build b on b.build_id = w.build_id
        left join account.contact c on c.account_id = w.technician_id
        left join workshop.queue q on q.work_order_id = w.id
        cross join lateral (
            select sum(bench_minutes)::int as bench_minutes, count(*)::int as steps, count(done_at)::int as steps_done
            from workshop.step where work_order_id = w.id) s;
