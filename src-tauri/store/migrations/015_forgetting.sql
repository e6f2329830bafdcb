-- When a person was struck out of an edition who was forgotten: the copy that went out is as it was.
ALTER TABLE edition ADD COLUMN struck_at TEXT;
