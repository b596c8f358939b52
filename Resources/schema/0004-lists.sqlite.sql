-- `words` holds the pairs of characters of a matter's text; FTS5 indexes that column and keeps no copy of it.
CREATE TABLE searched (
  row BIGINT PRIMARY KEY,
  district TEXT NOT NULL,
  matter TEXT NOT NULL,
  words TEXT NOT NULL
);
CREATE UNIQUE INDEX searched_matter ON searched (district, matter);
CREATE VIRTUAL TABLE searched_index USING fts5(
  words, content = 'searched', content_rowid = 'row', columnsize = 0, tokenize = 'ascii'
);
CREATE TRIGGER searched_added AFTER INSERT ON searched BEGIN
  INSERT INTO searched_index (rowid, words) VALUES (new.row, new.words);
END;
CREATE TRIGGER searched_removed AFTER DELETE ON searched BEGIN
  INSERT INTO searched_index (searched_index, rowid, words) VALUES ('delete', old.row, old.words);
END;
CREATE TRIGGER searched_changed AFTER UPDATE ON searched BEGIN
  INSERT INTO searched_index (searched_index, rowid, words) VALUES ('delete', old.row, old.words);
  INSERT INTO searched_index (rowid, words) VALUES (new.row, new.words);
END;
