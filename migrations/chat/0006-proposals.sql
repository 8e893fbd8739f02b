--liquibase formatted sql

--changeset rolt:chat-proposals
alter table chat.message
    add column proposal jsonb,
    add column proposal_state text check (proposal_state in ('OPEN', 'ACCEPTING', 'ACCEPTED', 'DECLINED')),
    add column decided_seq bigint,
    add constraint proposal_is_whole check ((kind = 'PROPOSAL') = (proposal is not null)
        and (kind <> 'PROPOSAL' or proposal_state is not null)),
    add constraint decided_has_state check (decided_seq is null or proposal_state in ('ACCEPTED', 'DECLINED'));
comment on column chat.message.proposal is 'Another choice for the build that the room is about, made from a certain version of it, and what it costs and how it fits';
comment on column chat.message.proposal_state is 'ACCEPTING while the build is being changed: it cannot be declined any more, and who asks again goes on';
comment on column chat.message.decided_seq is 'Of an event: the proposal that was decided, and the state is the decision';
