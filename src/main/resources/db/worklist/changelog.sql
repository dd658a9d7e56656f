--liquibase formatted sql

--changeset plan-cascade:worklist-1
create table task_draft (
  task_id varchar(64) primary key,
  content text not null,
  version int not null,
  saved_by varchar(80) not null,
  saved_at timestamp with time zone not null
);

--changeset plan-cascade:worklist-2
--comment: What somebody has done, the newest first.
create index task_done_by on ACT_HI_TASKINST (ASSIGNEE_, END_TIME_);
