--liquibase formatted sql

--changeset rolt:builder-0006
alter table builder.build
    add column owner_id uuid generated always as (coalesce(account_id, session_id)) stored,
    add column kept boolean not null default false,
    add column version integer not null default 1 check (version > 0),
    add column changed_at timestamptz not null default now(),
    add constraint preset_of_nobody check (not (preset and kept));
comment on column builder.build.owner_id is 'Account or session, whichever it is, as a cart has it';
comment on column builder.build.kept is 'In its owner''s list; a copy in a cart is not, so that what is done to the list changes no cart and no order';
comment on column builder.build.version is 'Counts changes: a change names the version it was made from';
create index build_kept on builder.build (owner_id, changed_at desc, id desc) where kept;

--changeset rolt:builder-0006-presets
alter table builder.build
    add column published boolean not null default false,
    add column position integer not null default 0,
    add column picture_id uuid references media.picture,
    add constraint showcase_of_presets check (preset or (not published and position = 0 and picture_id is null));
comment on column builder.build.position is 'In the showcase; of equals the older comes first';
comment on column builder.build.picture_id is 'An uploaded picture; without one the build is drawn';
update builder.build b set published = true, position = place.number
from (select id, row_number() over (order by created_at, id) as number from builder.build where preset) place
where b.id = place.id;
create index build_picture on builder.build (picture_id) where picture_id is not null;

create view builder.used_picture as select picture_id from builder.build where picture_id is not null;
comment on view builder.used_picture is 'Published: the pictures that presets show and that must therefore be kept';
