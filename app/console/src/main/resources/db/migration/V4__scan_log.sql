-- Who had a handed-in bundle searched, when and why. Rows are only ever added; each is sealed together with the one
-- before it, so that none can be changed or taken out unnoticed. Runs on H2 and PostgreSQL alike. No name of a file or of
-- a person in a picture: counts, and a hash that tells which bundle it was.

CREATE TABLE scan_log (
    number     BIGINT                   NOT NULL PRIMARY KEY,
    scan       VARCHAR(64)              NOT NULL,
    at         TIMESTAMP WITH TIME ZONE NOT NULL,
    -- started, resumed, refused, done or failed
    step       VARCHAR(16)              NOT NULL,
    operator   VARCHAR(100)             NOT NULL,
    reason     VARCHAR(1000)            NOT NULL,
    few        BOOLEAN                  NOT NULL,
    -- of the names and sizes in the bundle
    listing    CHAR(64)                 NOT NULL,
    files      INTEGER                  NOT NULL,
    images     INTEGER                  NOT NULL,
    faces      INTEGER                  NOT NULL,
    candidates INTEGER                  NOT NULL,
    cases      INTEGER                  NOT NULL,
    skipped    INTEGER                  NOT NULL,
    seal       CHAR(64)                 NOT NULL
);
