--liquibase formatted sql

--changeset plan-cascade:demo-1
create table demo_state (
  id int primary key,
  clock_offset_ms bigint not null,
  sample_loaded boolean not null
);
