-- What an enterprise's figures were last computed with, besides its document: a digest of the reference data.
ALTER TABLE enterprise_ledger ADD COLUMN reference text NOT NULL DEFAULT '';

-- From when on readings and slots are kept; what is older may be gone, and is not entered any more.
CREATE TABLE retention (
  what      text        PRIMARY KEY, -- readings, slots
  kept_from timestamptz NOT NULL,
  set_at    timestamptz NOT NULL
);

-- The first reading kept of a meter whose older ones are gone: nothing can be entered before it.
ALTER TABLE meter ADD COLUMN edge timestamptz;

-- Room in each page for the slots that late readings change, so that no index has to follow.
ALTER TABLE slot SET (fillfactor = 85);
