-- Logos of organizations, each with who permitted that it is printed, and when.

-- Domain: organizations -------------------------------------------------------------------------------------------

-- sha256: the picture, in stored_file: a PNG of 8-bit RGB that this program made of what was given. width, height: in pixels.
-- permitted_on: a day.
CREATE TABLE logo (
  organization_id INTEGER PRIMARY KEY REFERENCES organization (id),
  sha256          TEXT NOT NULL REFERENCES stored_file (sha256),
  width           INTEGER NOT NULL CHECK (width > 0),
  height          INTEGER NOT NULL CHECK (height > 0),
  permitted_by    TEXT NOT NULL CHECK (permitted_by <> ''),
  permitted_on    TEXT NOT NULL CHECK (permitted_on <> '')
) STRICT;
CREATE INDEX logo_by_picture ON logo (sha256);

-- A picture that a logo names stays, as other files that something names.
DROP TRIGGER stored_file_is_never_deleted;
CREATE TRIGGER stored_file_is_never_deleted BEFORE DELETE ON stored_file
WHEN EXISTS (SELECT 1 FROM evidence WHERE sha256 = old.sha256) OR EXISTS (SELECT 1 FROM import WHERE sha256 = old.sha256)
  OR EXISTS (SELECT 1 FROM logo WHERE sha256 = old.sha256)
BEGIN SELECT RAISE(ABORT, 'a stored file that something names stays'); END;
