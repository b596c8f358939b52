-- `words` holds the pairs of characters of a subject's name; FTS5 indexes that column and keeps no copy of it.
CREATE TABLE searched_subjects (
  row BIGINT PRIMARY KEY,
  district TEXT NOT NULL,
  subject TEXT NOT NULL,
  words TEXT NOT NULL
);
CREATE UNIQUE INDEX searched_subjects_subject ON searched_subjects (district, subject);
CREATE VIRTUAL TABLE searched_index_subjects USING fts5(
  words, content = 'searched_subjects', content_rowid = 'row', columnsize = 0, tokenize = 'ascii'
);
CREATE TRIGGER searched_subjects_added AFTER INSERT ON searched_subjects BEGIN
  INSERT INTO searched_index_subjects (rowid, words) VALUES (new.row, new.words);
END;
CREATE TRIGGER searched_subjects_removed AFTER DELETE ON searched_subjects BEGIN
  INSERT INTO searched_index_subjects (searched_index_subjects, rowid, words) VALUES ('delete', old.row, old.words);
END;
CREATE TRIGGER searched_subjects_changed AFTER UPDATE ON searched_subjects BEGIN
  INSERT INTO searched_index_subjects (searched_index_subjects, rowid, words) VALUES ('delete', old.row, old.words);
  INSERT INTO searched_index_subjects (rowid, words) VALUES (new.row, new.words);
END;
