--liquibase formatted sql

--changeset rolt:payment-money-files
create view payment.call_told as
    select c.attempt_id, c.refund_id, c.asked_at, jsonb_build_object('askedAt', c.asked_at,
        'answeredAt', c.answered_at, 'command', c.request->>'vnp_Command', 'result', c.result,
        'responseCode', told.answer->>'vnp_ResponseCode', 'transactionStatus', told.answer->>'vnp_TransactionStatus',
        'transactionNo', told.answer->>'vnp_TransactionNo') as told
    from payment.call c
    cross join lateral (select case when c.answer is json object then c.answer::jsonb end as answer) told;
comment on view payment.call_told is 'What VNPAY''s merchant API was asked and what it answered, as a person reads it';

create view payment.attempt_file as
    select a.id, a.order_id, a.txn_ref,
        exists (select from payment.decision d where d.attempt_id = a.id and d.kind = 'FILE') as from_file, a.amount, a.captured, a.pays, a.refunded, a.state, a.reason, a.created_at,
        coalesce(a.settled_at, a.created_at) as since, a.settled_at, a.transaction_no, a.bank_code, a.response_code,
        a.transaction_status, a.next_query_at,
        (select jsonb_agg(jsonb_build_object('at', n.received_at, 'answer', n.answer, 'source', n.source,
                'amount', (m.of->>'vnp_Amount')::bigint / 100, 'responseCode', m.of->>'vnp_ResponseCode',
                'transactionStatus', m.of->>'vnp_TransactionStatus',
                'transactionNo', m.of->>'vnp_TransactionNo') order by n.received_at)
            from payment.notification n
            cross join lateral (select jsonb_object_agg(p->>'name', p->>'value') as of
                from jsonb_array_elements(n.query) p) m
            where n.attempt_id = a.id) as notices,
        (select jsonb_agg(c.told order by c.asked_at) from payment.call_told c
            where c.attempt_id = a.id and c.refund_id is null) as calls,
        (select jsonb_agg(jsonb_build_object('kind', d.kind, 'amount', d.amount, 'transactionNo', d.transaction_no,
                'note', d.note, 'actor', p.name, 'at', d.at) order by d.id)
            from payment.decision d left join account.contact p on p.account_id = d.actor_id
            where d.attempt_id = a.id) as decisions,
        (select jsonb_agg(jsonb_build_object('txnRef', o.txn_ref, 'state', o.state, 'amount', o.amount,
                'createdAt', o.created_at) order by o.created_at)
            from payment.attempt o where o.order_id = a.order_id and o.id <> a.id) as others
    from payment.attempt a;
comment on view payment.attempt_file is 'Published: an attempt with everything that was told and decided about it';

create view payment.refund_file as
    select r.id, r.order_id, r.attempt_id, a.txn_ref, r.amount, r.reason, r.note, r.state, r.requested_at, r.due,
        r.transaction_no, r.response_code, r.paid_out_at, p.name as requested_by,
        exists (select from payment.refund_step s
            where s.refund_id = r.id and s.state = 'PAID_OUT' and s.note = 'FILE') as from_file,
        (select max(s.at) from payment.refund_step s where s.refund_id = r.id) as since,
        (select jsonb_agg(jsonb_build_object('state', s.state, 'actor', w.name, 'note', s.note, 'at', s.at) order by s.id)
            from payment.refund_step s left join account.contact w on w.account_id = s.actor_id
            where s.refund_id = r.id) as steps,
        (select jsonb_agg(c.told order by c.asked_at) from payment.call_told c where c.refund_id = r.id) as calls
    from payment.refund r join payment.attempt a on a.id = r.attempt_id
    left join account.contact p on p.account_id = r.requested_by;
comment on view payment.refund_file is 'Published: a refund with its steps and what VNPAY told about it';
