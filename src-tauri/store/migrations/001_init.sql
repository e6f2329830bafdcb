-- The first shape of a coalition. Never edited once landed: later shapes are migrations of their own.
--
-- Domain tables are journaled (undo follows them); what is derived from them (the order, the search indexes) is kept by
-- triggers, so that it follows an undo by itself; the journal and the history are neither.

PRAGMA application_id = 0x554E4453; -- "UNDS"

-- Domain: organizations ------------------------------------------------------------------------------------------

CREATE TABLE organization (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL CHECK (name <> ''),
  prints_as TEXT CHECK (prints_as <> ''),
  sort_as   TEXT CHECK (sort_as <> ''),
  scope     TEXT CHECK (scope IN ('international', 'national', 'state', 'local', 'tribal')),
  kind      TEXT CHECK (kind IN
            ('nonprofit', 'faith', 'labor', 'academic', 'business', 'government', 'informal')),
  parent_id INTEGER REFERENCES organization (id) CHECK (parent_id <> id),
  city      TEXT NOT NULL DEFAULT '',
  state     TEXT NOT NULL DEFAULT '',
  country   TEXT NOT NULL DEFAULT '',
  note      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX organization_by_parent ON organization (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE organization_alias (
  id              INTEGER PRIMARY KEY,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  name            TEXT NOT NULL CHECK (name <> ''),
  kind            TEXT NOT NULL CHECK (kind IN ('acronym', 'former', 'translation', 'spelling'))
) STRICT;
CREATE INDEX organization_alias_by_organization ON organization_alias (organization_id);

-- Domain: letters and sign-ons -----------------------------------------------------------------------------------

-- Deadlines are local times ('2020-12-18T17:00') in the letter's IANA zone. block: the choices of the block, JSON.
-- delivered_at: when it first went out; what is signed later is late.
CREATE TABLE letter (
  id            INTEGER PRIMARY KEY,
  title         TEXT NOT NULL CHECK (title <> ''),
  addressee     TEXT NOT NULL DEFAULT '',
  stage         TEXT NOT NULL DEFAULT 'draft'
                CHECK (stage IN ('draft', 'circulating', 'closed', 'delivered', 'archived')),
  soft_deadline TEXT,
  hard_deadline TEXT,
  zone          TEXT,
  note          TEXT NOT NULL DEFAULT '',
  block         TEXT,
  delivered_at  TEXT,
  created_at    TEXT NOT NULL,
  CHECK (zone IS NOT NULL OR (soft_deadline IS NULL AND hard_deadline IS NULL))
) STRICT;

CREATE TABLE letter_lead (
  letter_id       INTEGER NOT NULL REFERENCES letter (id),
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  position        INTEGER NOT NULL,
  PRIMARY KEY (letter_id, organization_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX letter_lead_by_organization ON letter_lead (organization_id);

-- One text of a letter. reconfirm: what those who signed an earlier one must do to stand under this one: nothing, say
-- so if they do not (opt-out), or say yes again (opt-in); reconfirm_by: until which day.
CREATE TABLE letter_version (
  id           INTEGER PRIMARY KEY,
  letter_id    INTEGER NOT NULL REFERENCES letter (id),
  number       INTEGER NOT NULL,
  text         TEXT NOT NULL,
  summary      TEXT NOT NULL DEFAULT '',
  reconfirm    TEXT NOT NULL DEFAULT 'none' CHECK (reconfirm IN ('none', 'opt-out', 'opt-in')),
  reconfirm_by TEXT,
  created_at   TEXT NOT NULL,
  UNIQUE (letter_id, number)
) STRICT;

-- One organization (or, without one, an individual) on one letter. position: the order in which they were entered.
-- reason: why it counts as confirmed without anything in writing. version_id: the text that the answer was given for.
-- heading, pin: where the coordinator put it in the block by hand.
CREATE TABLE sign_on (
  id              INTEGER PRIMARY KEY,
  letter_id       INTEGER NOT NULL REFERENCES letter (id),
  organization_id INTEGER REFERENCES organization (id),
  position        INTEGER NOT NULL,
  status          TEXT NOT NULL CHECK (status IN
                  ('to-ask', 'asked', 'considering', 'said-yes', 'confirmed', 'declined', 'withdrawn')),
  prints_as       TEXT NOT NULL CHECK (prints_as <> ''),
  signer          TEXT NOT NULL DEFAULT '',
  title           TEXT NOT NULL DEFAULT '',
  authorized_by   TEXT NOT NULL DEFAULT '',
  via             TEXT CHECK (via IN ('email', 'form', 'phone', 'paper', 'meeting', 'list')),
  reason          TEXT NOT NULL DEFAULT '',
  decided_at      TEXT,
  expected_by     TEXT,
  last_contact    TEXT,
  note            TEXT NOT NULL DEFAULT '',
  version_id      INTEGER REFERENCES letter_version (id),
  heading         TEXT NOT NULL DEFAULT '',
  pin             INTEGER,
  UNIQUE (letter_id, organization_id)
) STRICT;
CREATE INDEX sign_on_by_letter ON sign_on (letter_id, status);
CREATE INDEX sign_on_by_organization ON sign_on (organization_id);
CREATE INDEX sign_on_by_version ON sign_on (version_id) WHERE version_id IS NOT NULL;

-- One text can be what several sign-ons rest on: a press release, one email for three chapters.
CREATE TABLE evidence (
  id   INTEGER PRIMARY KEY,
  via  TEXT CHECK (via IN ('email', 'form', 'phone', 'paper', 'meeting', 'list')),
  text TEXT NOT NULL,
  at   TEXT NOT NULL
) STRICT;

CREATE TABLE sign_on_evidence (
  sign_on_id  INTEGER NOT NULL REFERENCES sign_on (id),
  evidence_id INTEGER NOT NULL REFERENCES evidence (id),
  PRIMARY KEY (sign_on_id, evidence_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_on_evidence_by_evidence ON sign_on_evidence (evidence_id);

-- Domain: blocks as they are kept and as they were sent -----------------------------------------------------------

-- Choices of a block under a name, for any letter.
CREATE TABLE block_style (
  id      INTEGER PRIMARY KEY,
  name    TEXT NOT NULL UNIQUE CHECK (name <> ''),
  options TEXT NOT NULL
) STRICT;

-- What was sent: never changed, only taken back whole by an undo. block: the arrangement, JSON.
CREATE TABLE edition (
  id         INTEGER PRIMARY KEY,
  letter_id  INTEGER NOT NULL REFERENCES letter (id),
  number     INTEGER NOT NULL,
  label      TEXT NOT NULL DEFAULT '',
  at         TEXT NOT NULL,
  version_id INTEGER REFERENCES letter_version (id),
  block      TEXT NOT NULL,
  UNIQUE (letter_id, number)
) STRICT;
CREATE INDEX edition_by_version ON edition (version_id) WHERE version_id IS NOT NULL;
CREATE TRIGGER edition_is_never_changed BEFORE UPDATE ON edition
BEGIN SELECT RAISE(ABORT, 'an edition is frozen'); END;

-- Each rendered form, byte for byte as it was copied or saved.
CREATE TABLE edition_form (
  edition_id INTEGER NOT NULL REFERENCES edition (id),
  format     TEXT NOT NULL,
  content    BLOB NOT NULL,
  PRIMARY KEY (edition_id, format)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER edition_form_is_never_changed BEFORE UPDATE ON edition_form
BEGIN SELECT RAISE(ABORT, 'an edition is frozen'); END;

-- Who stood in it and how they printed. organization_id is no foreign key: the edition outlives what it names.
CREATE TABLE edition_name (
  edition_id      INTEGER NOT NULL REFERENCES edition (id),
  position        INTEGER NOT NULL,
  sign_on_id      INTEGER,
  organization_id INTEGER,
  name            TEXT NOT NULL,
  PRIMARY KEY (edition_id, position)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER edition_name_is_never_changed BEFORE UPDATE ON edition_name
BEGIN SELECT RAISE(ABORT, 'an edition is frozen'); END;

-- The journal and the history ------------------------------------------------------------------------------------

-- One entry an action, with the changeset that undo inverts. state: done, undone (can be redone), dropped (undone, and
-- something else was done since).
CREATE TABLE journal (
  id        INTEGER PRIMARY KEY,
  seq       INTEGER NOT NULL UNIQUE,
  at        TEXT NOT NULL,
  op        TEXT NOT NULL,
  changeset BLOB NOT NULL,
  state     TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'dropped'))
) STRICT;
CREATE INDEX journal_by_state ON journal (state, seq);

-- Append-only. The ids of what an event is about are no foreign keys: it outlives what it tells of.
CREATE TABLE event (
  seq             INTEGER PRIMARY KEY,
  at              TEXT NOT NULL,
  action          TEXT NOT NULL CHECK (action IN ('do', 'undo', 'redo')),
  journal_id      INTEGER NOT NULL,
  op              TEXT NOT NULL,
  letter_id       INTEGER,
  organization_id INTEGER,
  sign_on_id      INTEGER,
  detail          TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX event_by_letter ON event (letter_id, seq) WHERE letter_id IS NOT NULL;
CREATE INDEX event_by_organization ON event (organization_id, seq) WHERE organization_id IS NOT NULL;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;

-- Derived: the order of organizations and what search looks at ---------------------------------------------------

CREATE TABLE organization_order (
  organization_id INTEGER PRIMARY KEY,
  sort_key        BLOB NOT NULL
) STRICT;
CREATE INDEX organization_order_by_key ON organization_order (sort_key);

CREATE VIRTUAL TABLE organization_search USING fts5 (
  name, alias, place, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE letter_search USING fts5 (
  title, addressee, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER organization_added AFTER INSERT ON organization BEGIN
  INSERT INTO organization_order VALUES (new.id, sort_key(coalesce(new.sort_as, new.name)));
  INSERT INTO organization_search (rowid, name, alias, place) VALUES (
    new.id, new.name,
    (SELECT coalesce(group_concat(name, char(10)), '') FROM organization_alias WHERE organization_id = new.id),
    new.city || ' ' || new.state || ' ' || new.country);
END;
CREATE TRIGGER organization_changed AFTER UPDATE OF name, sort_as, city, state, country ON organization BEGIN
  UPDATE organization_order SET sort_key = sort_key(coalesce(new.sort_as, new.name)) WHERE organization_id = new.id;
  DELETE FROM organization_search WHERE rowid = new.id;
  INSERT INTO organization_search (rowid, name, alias, place) VALUES (
    new.id, new.name,
    (SELECT coalesce(group_concat(name, char(10)), '') FROM organization_alias WHERE organization_id = new.id),
    new.city || ' ' || new.state || ' ' || new.country);
END;
CREATE TRIGGER organization_removed AFTER DELETE ON organization BEGIN
  DELETE FROM organization_order WHERE organization_id = old.id;
  DELETE FROM organization_search WHERE rowid = old.id;
END;

-- An alias can come or go while its organization is not there: an undo applies rows in no order of its own.
CREATE TRIGGER organization_alias_added AFTER INSERT ON organization_alias BEGIN
  DELETE FROM organization_search WHERE rowid = new.organization_id;
  INSERT INTO organization_search (rowid, name, alias, place)
    SELECT id, name,
      (SELECT coalesce(group_concat(name, char(10)), '') FROM organization_alias WHERE organization_id = new.organization_id),
      city || ' ' || state || ' ' || country
    FROM organization WHERE id = new.organization_id;
END;
CREATE TRIGGER organization_alias_changed AFTER UPDATE ON organization_alias BEGIN
  DELETE FROM organization_search WHERE rowid IN (old.organization_id, new.organization_id);
  INSERT INTO organization_search (rowid, name, alias, place)
    SELECT id, name,
      (SELECT coalesce(group_concat(a.name, char(10)), '') FROM organization_alias a WHERE a.organization_id = organization.id),
      city || ' ' || state || ' ' || country
    FROM organization WHERE id IN (old.organization_id, new.organization_id);
END;
CREATE TRIGGER organization_alias_removed AFTER DELETE ON organization_alias BEGIN
  DELETE FROM organization_search WHERE rowid = old.organization_id;
  INSERT INTO organization_search (rowid, name, alias, place)
    SELECT id, name,
      (SELECT coalesce(group_concat(name, char(10)), '') FROM organization_alias WHERE organization_id = old.organization_id),
      city || ' ' || state || ' ' || country
    FROM organization WHERE id = old.organization_id;
END;

CREATE TRIGGER letter_added AFTER INSERT ON letter BEGIN
  INSERT INTO letter_search (rowid, title, addressee) VALUES (new.id, new.title, new.addressee);
END;
CREATE TRIGGER letter_changed AFTER UPDATE OF title, addressee ON letter BEGIN
  DELETE FROM letter_search WHERE rowid = new.id;
  INSERT INTO letter_search (rowid, title, addressee) VALUES (new.id, new.title, new.addressee);
END;
CREATE TRIGGER letter_removed AFTER DELETE ON letter BEGIN
  DELETE FROM letter_search WHERE rowid = old.id;
END;
