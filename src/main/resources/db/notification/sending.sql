--liquibase formatted sql

--changeset plan-cascade:sending-1
-- One row: by which mark the database knew where it was when it last ran, and whether mails are held because it is elsewhere now.
create table mail_sending (
  id int primary key,
  installation varchar(300),
  stopped_at timestamp with time zone,
  stopped_from varchar(300),
  resumed_at timestamp with time zone,
  resumed_by varchar(80)
);
insert into mail_sending (id) values (1);
