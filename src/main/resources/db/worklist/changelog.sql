--liquibase formatted sql

--changeset plan-cascade:worklist-1
create table task_draft (
  task_id varchar(64) primary key,
  content text not null,
  version int not null,
  saved_by varchar(80) not null,
  saved_at timestamp with time zone not null
);
