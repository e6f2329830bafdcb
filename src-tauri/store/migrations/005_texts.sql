-- What filters look for within texts: few organizations have any, and reading only those few, without the rest of their rows,
-- is what makes the first page of such a filter come at once.

CREATE INDEX organization_by_prints_as ON organization (prints_as) WHERE prints_as <> '';
CREATE INDEX organization_by_website ON organization (website) WHERE website <> '';
CREATE INDEX organization_by_decides ON organization (decides) WHERE decides <> '';
CREATE INDEX organization_by_never_signs ON organization (never_signs) WHERE never_signs <> '';
CREATE INDEX organization_by_note ON organization (note) WHERE note <> '';
