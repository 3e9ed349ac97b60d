-- How long a session may be left alone before it ends; null where its lifetime is its only end.
ALTER TABLE sessions ADD COLUMN idle_limit interval;
