-- Secrets that all nodes need, sealed with the keys of Data Protection.
create table kept_secrets (
    name text collate "C" primary key,
    box bytea not null
);

-- How far the files of one server have been taken over: a row for each kind of record. No node starts before all of them are finished.
create table moves (
    collection text collate "C" primary key,
    source text collate "C" not null,
    last_key text collate "C",
    finished_at timestamptz
);
