-- The findings of the check that somebody had accepted when the edition was frozen: a JSON array of objects with the message as it
-- is kept, who accepted it, in which words and when. What is accepted of the letter later changes nothing here.
ALTER TABLE edition ADD COLUMN accepted TEXT NOT NULL DEFAULT '[]';
