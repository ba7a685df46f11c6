-- What changes often keeps its place in its page: no index is touched by a job's progress.
create table jobs (
    id uuid primary key,
    number bigint not null unique,
    operator text collate "C" not null,
    status text collate "C" not null,
    claim integer not null,
    revision integer not null,
    request_key text collate "C" unique,
    completed_at timestamptz,
    document jsonb not null
) with (fillfactor = 70);

create sequence job_numbers;
create index jobs_by_status on jobs (status, number);
create index jobs_by_operator on jobs (operator, number);
create index jobs_by_both on jobs (operator, status, number);
create index jobs_by_end on jobs (completed_at) where completed_at is not null;

-- What happened to jobs, in the order in which it became visible. Lines stay as long as their job; the rest is gone soon.
create table job_events (
    number bigint primary key,
    job_id uuid not null,
    kind "char" not null,
    at timestamptz not null default now(),
    content jsonb not null
);

create sequence event_numbers;
create index job_lines on job_events (job_id, number) where kind = 'l';
create index job_events_passing on job_events (at) where kind <> 'l';

create table payloads (
    job_id uuid primary key,
    box bytea not null
);

create table processo_updates (
    job_id uuid primary key,
    due_at timestamptz not null,
    document jsonb not null
);

create index processo_updates_by_due on processo_updates (due_at);

create table frozen_logins (
    login_key text collate "C" primary key,
    at timestamptz not null,
    document jsonb not null
);

create table ledger (
    number bigint generated always as identity primary key,
    operator text collate "C" not null,
    cnpj text collate "C" not null,
    account text collate "C" not null,
    due_date date not null,
    key text collate "C" not null,
    sha256 text collate "C" not null,
    used_at timestamptz not null,
    removed_at timestamptz,
    document jsonb not null
);

create unique index ledger_held on ledger (cnpj, account, operator, due_date, key) where removed_at is null;
create index ledger_by_due on ledger (due_date, number);
create index ledger_by_operator on ledger (operator, due_date, number);
create index ledger_by_cnpj on ledger (cnpj, due_date, number);
create index ledger_by_account on ledger (account, due_date, number);
create index ledger_by_key on ledger (key) where removed_at is null;
create index ledger_by_use on ledger (used_at) where removed_at is null;

create table ledger_accounts (
    number bigint generated always as identity primary key,
    operator text collate "C" not null,
    cnpj text collate "C" not null,
    account text collate "C" not null,
    months integer[] not null,
    unique (cnpj, account, operator)
);

create index ledger_accounts_by_operator on ledger_accounts (operator, number);
create index ledger_accounts_by_cnpj on ledger_accounts (cnpj, number);
create index ledger_accounts_by_account on ledger_accounts (account, number);

create table failed_accounts (
    operator text collate "C" not null,
    cnpj text collate "C" not null,
    account text collate "C" not null,
    at timestamptz not null,
    position text collate "C" not null unique,
    attempts integer not null,
    document jsonb not null,
    primary key (cnpj, account, operator)
);

create index failed_accounts_by_time on failed_accounts (at);
create index failed_accounts_by_operator on failed_accounts (operator, position);
create index failed_accounts_by_cnpj on failed_accounts (cnpj, position);
create index failed_accounts_by_account on failed_accounts (account, position);

-- How many jobs of an operator ended on a day: completed ones by how long they ran, failed ones by their code.
create table job_days (
    day date not null,
    operator text collate "C" not null,
    is_completed boolean not null,
    key text collate "C" not null,
    jobs integer not null,
    primary key (day, operator, is_completed, key)
);

create table last_failures (
    operator text collate "C" not null,
    at timestamptz not null,
    job_id uuid not null,
    document jsonb not null,
    primary key (operator, at, job_id)
);

create table deploys (
    number bigint generated always as identity primary key,
    node text collate "C" not null,
    document jsonb not null
);

create index deploys_by_node on deploys (node, number);

-- What each node has loaded.
create table nodes (
    name text collate "C" primary key,
    document jsonb not null
);

create table protection_keys (
    name text collate "C" primary key,
    xml text not null
);
