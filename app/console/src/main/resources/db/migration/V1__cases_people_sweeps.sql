-- Runs on H2 and PostgreSQL alike. No picture, crop or vector is ever stored here.

CREATE TABLE cases (
    id             VARCHAR(32)              NOT NULL PRIMARY KEY,
    subject        VARCHAR(64)              NOT NULL,
    listing_url    TEXT                     NOT NULL,
    -- an index on the URL itself would refuse those longer than a page of PostgreSQL's B-tree holds
    listing_sha256 CHAR(64)                 NOT NULL,
    state          VARCHAR(32)              NOT NULL,
    opened_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    content        TEXT                     NOT NULL,
    CONSTRAINT one_case_a_listing UNIQUE (subject, listing_sha256)
);

CREATE INDEX cases_by_opening ON cases (opened_at, id);
CREATE INDEX cases_by_state ON cases (state);

CREATE TABLE people (
    id           VARCHAR(64)              NOT NULL PRIMARY KEY,
    -- name, language and consent, encrypted; null once withdrawn
    sealed       TEXT,
    enrolled_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    withdrawn_at TIMESTAMP WITH TIME ZONE
);

CREATE TABLE sweeps (
    id          VARCHAR(64)              NOT NULL PRIMARY KEY,
    plan        TEXT                     NOT NULL,
    started_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    finished_at TIMESTAMP WITH TIME ZONE,
    outcome     TEXT,
    skipped     TEXT                     NOT NULL
);

CREATE INDEX sweeps_by_start ON sweeps (started_at, id);
