-- Offers that sweeps saw, so that their pages can be asked for again. Runs on H2 and PostgreSQL alike. No words of a
-- listing, no seller and no picture: addresses, times, and what kind of offer it was.

CREATE TABLE listings (
    -- of the URL, which may be longer than a key
    listing_sha256 CHAR(64)                 NOT NULL PRIMARY KEY,
    listing_url    TEXT                     NOT NULL,
    page_sha256    CHAR(64)                 NOT NULL,
    page_url       TEXT                     NOT NULL,
    source         VARCHAR(64)              NOT NULL,
    -- file of the plan whose source it is
    plan           TEXT                     NOT NULL,
    kind           VARCHAR(200)             NOT NULL,
    severity       VARCHAR(32)              NOT NULL,
    first_seen     TIMESTAMP WITH TIME ZONE NOT NULL,
    last_seen      TIMESTAMP WITH TIME ZONE NOT NULL,
    last_status    VARCHAR(16)              NOT NULL,
    -- when its cases want it asked for; null where none is open
    next_due       TIMESTAMP WITH TIME ZONE
);

CREATE INDEX listings_by_last_seen ON listings (last_seen);
CREATE INDEX listings_by_page ON listings (page_sha256);
CREATE INDEX listings_by_due ON listings (next_due);
