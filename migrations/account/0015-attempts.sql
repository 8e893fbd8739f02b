--liquibase formatted sql

--changeset rolt:account-network
create function account.network(address text) returns cidr language sql stable parallel safe strict return
    case when pg_input_is_valid(address, 'inet') then
        network(set_masklen(address::inet, case family(address::inet) when 6 then 64 else 32 end))
    end;
comment on function account.network is 'The address, or of an IPv6 one the /64 that a single customer holds; as the program counts clients';

--changeset rolt:account-begin-attempt splitStatements:false
create function account.begin_attempt(asked text[], tolerances integer[]) returns integer language plpgsql as $$
declare
    wait numeric;
begin
    insert into account.login_attempt (key, tolerated, failures)
        select key, tolerated, 0 from unnest(asked, tolerances) as a (key, tolerated) order by key
        on conflict do nothing;
    perform from account.login_attempt where key = any (asked) order by key for update;
    select extract(epoch from max(account.free_at(a)) - clock_timestamp()) into wait
        from account.login_attempt a where key = any (asked);
    if wait > 0 then
        return ceil(wait);
    end if;
    update account.login_attempt set
        failures = case when last_at < clock_timestamp() - interval '1 hour' then 1 else failures + 1 end,
        last_at = clock_timestamp()
        where key = any (asked);
    return 0;
end $$;
comment on function account.begin_attempt is 'Counts an attempt under all keys and answers 0, or under none and answers the seconds to wait: what is refused anyway must not hold up others';
