-- Why one more unit came to a subject that enough others had come to; empty where none was needed.
ALTER TABLE inspections ADD COLUMN reason TEXT NOT NULL DEFAULT '';
