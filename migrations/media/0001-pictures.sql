--liquibase formatted sql

--changeset rolt:media-0001
create schema media;

create table media.picture (
    id uuid primary key default uuidv7(),
    owner_id uuid not null,
    state text not null default 'BEGUN' check (state in ('BEGUN', 'READY')),
    sha256 bytea check (length(sha256) = 32),
    width integer check (width between 1 and 1600),
    height integer check (height between 1 and 1600),
    bytes bigint check (bytes > 0),
    created_at timestamptz not null default now(),
    constraint ready_is_complete check (state = 'BEGUN' or num_nulls(sha256, width, height, bytes) = 0)
);
comment on table media.picture is 'Uploaded pictures; their files lie in the media store. A row is there before its files and goes after them, so that no file is ever forgotten';
comment on column media.picture.owner_id is 'The account that uploaded it; no foreign key, because accounts refer to pictures';
comment on column media.picture.state is 'READY once all files are written; nobody is told of a picture before';
comment on column media.picture.sha256 is 'Of the file as it was uploaded';
comment on column media.picture.width is 'Of the large size in pixels, as is height';
comment on column media.picture.bytes is 'Of all sizes together';

create table media.upload_count (
    account_id uuid not null,
    day date not null,
    uploads integer not null check (uploads > 0),
    primary key (account_id, day)
);
comment on table media.upload_count is 'How many pictures an account has uploaded on a day in Vietnam, removed ones included';

create view media.published as select id, width, height from media.picture where state = 'READY';
comment on view media.published is 'Published: the pictures that may be shown';
