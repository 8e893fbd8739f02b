--liquibase formatted sql

--changeset rolt:chat-held-seats
create view chat.held_seat as
    select s.* from chat.seat s
    where s.side = 'CUSTOMER' or exists (
        select from account.person p where p.account_id = s.account_id and p.roles && array['SUPPORT', 'TECHNICIAN']);
comment on view chat.held_seat is 'The seats that count: whoever takes no rooms any more has lost those on the side of staff';
