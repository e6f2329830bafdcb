-- Further texts of an organization (organization/fields.rs): a word that it is grouped by, and who of the coalition talks to it.
ALTER TABLE organization ADD COLUMN district TEXT NOT NULL DEFAULT '';
ALTER TABLE organization ADD COLUMN owner TEXT NOT NULL DEFAULT '';

-- Most have none: those are in no index.
CREATE INDEX organization_by_district ON organization (district COLLATE NOCASE) WHERE district <> '';
CREATE INDEX organization_by_owner ON organization (owner COLLATE NOCASE) WHERE owner <> '';
