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

--changeset plan-cascade:worklist-3
--comment: Who has looked at an open task: what nobody else has opened can be taken back, and only what was read is approved with others.
create table task_opened (
  task_id varchar(64) not null,
  login varchar(80) not null,
  opened_at timestamp with time zone not null,
  primary key (task_id, login)
);
