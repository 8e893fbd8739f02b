--liquibase formatted sql

--changeset rolt:chat-own-room-codes
create or replace view chat.own_room as
    select r.customer_id as account_id, jsonb_strip_nulls(jsonb_build_object(
        'code', r.code, 'subject', r.subject, 'state', r.state, 'orderCode', r.order_code, 'buildCode', r.build_code,
        'openedAt', uuid_extract_timestamp(r.id), 'stars', r.stars, 'ratingWords', r.rating_words,
        'messages', (
            select jsonb_agg(jsonb_build_object('seq', m.seq, 'at', m.at, 'side', m.side, 'kind', m.kind,
                'text', m.text, 'pictureId', m.picture_id, 'proposal', m.proposal) order by m.seq)
            from chat.message m where m.room_id = r.id))) as data,
        r.code
    from chat.room r;
comment on view chat.own_room is 'Published: what a customer takes along, and the codes of the rooms that go with the account';
