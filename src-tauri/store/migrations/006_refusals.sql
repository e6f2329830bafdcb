-- refused_at: when it last said no or took a yes back. What came before is no yes, also when it is asked once more.
ALTER TABLE sign_on ADD COLUMN refused_at TEXT;
UPDATE sign_on SET refused_at = decided_at WHERE status IN ('declined', 'withdrawn');
