--liquibase formatted sql

--changeset plan-cascade:engine-node
--comment: Programs that run the engine's jobs. A living one counts up; no clock is compared with another's.
create table engine_node (
  id varchar(64) not null,
  beats bigint not null,
  constraint pk_engine_node primary key (id)
);

--changeset plan-cascade:engine-task-parent
--comment: Each completion asks for tasks below the one that ends; Camunda brings no index for that.
create index task_parent on ACT_RU_TASK (PARENT_TASK_ID_);
