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
