--liquibase formatted sql

--changeset plan-cascade:report-1
-- A report under the id of its duty. A unit's is summed up into that of the next unit above that owes one, or into the
-- ministry's own (kind reportCycle).
create table report (
  id bigint primary key references obligation (id),
  plan_id bigint not null,
  kind varchar(12) not null,
  period varchar(10) not null,
  unit_code varchar(40) not null references unit (code),
  superior_id bigint,
  -- The unit whose people take the report over.
  superior_code varchar(40),
  -- The newest version that was issued, and the one that counts above.
  version int default 0 not null,
  accepted_version int,
  -- What is being written: first, replacement, correction, supplement; null while nothing is.
  in_work varchar(12)
);
create index report_superior on report (superior_id);
create index report_of on report (plan_id, period, unit_code);
create index report_before on report (unit_code, period, kind);

-- What was put before the head; from its issuing on it never changes.
create table report_version (
  report_id bigint not null references report (id),
  version int not null,
  kind varchar(12) not null,
  supplement_no int,
  replaces varchar(100),
  nothing_to_report boolean not null,
  narrative varchar(120000) not null,
  progress varchar(200000),
  comment varchar(4000),
  -- Reports below this one that owe figures, and those whose figures are in it.
  expected int not null,
  accepted int not null,
  submitted_by varchar(80) not null,
  submitted_at timestamp with time zone not null,
  approved_at timestamp with time zone,
  document_number varchar(100),
  document_date date,
  signatory varchar(200),
  issued_at timestamp with time zone,
  accepted_at timestamp with time zone,
  primary key (report_id, version)
);

-- What the unit itself reports, and that together with what it accepted. Yes counts as 1.
create table report_figure (
  report_id bigint not null,
  version int not null,
  code varchar(20) not null,
  own numeric(18, 2),
  total numeric(20, 2),
  words varchar(4000),
  primary key (report_id, version, code)
);

-- Whose figures a version holds.
create table report_part (
  report_id bigint not null,
  version int not null,
  part_id bigint not null,
  part_version int not null,
  primary key (report_id, version, part_id)
);
create index report_part_of on report_part (part_id, part_version);
