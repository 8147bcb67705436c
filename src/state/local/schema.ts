export const SCHEMA_VERSION = 1;

/**
 * The tables of the data file. Every `record`, `key` and `kase` is sealed; every other text column is
 * an opaque name. What stands readable is when things expire or are due, and how many there are.
 */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS claims (name TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS threads (
  thread TEXT PRIMARY KEY, key TEXT NOT NULL, until INTEGER NOT NULL,
  kase TEXT, revision TEXT NOT NULL DEFAULT '', case_until INTEGER);
CREATE TABLE IF NOT EXISTS waiting (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, thread TEXT NOT NULL, id TEXT NOT NULL,
  record TEXT NOT NULL, until INTEGER NOT NULL, UNIQUE (thread, id));
CREATE TABLE IF NOT EXISTS done (
  thread TEXT NOT NULL, id TEXT NOT NULL, until INTEGER NOT NULL,
  PRIMARY KEY (thread, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS indexed (
  name TEXT NOT NULL, thread TEXT NOT NULL, until INTEGER NOT NULL,
  PRIMARY KEY (name, thread)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS indexed_thread ON indexed (thread);
CREATE TABLE IF NOT EXISTS pseudonyms (
  team TEXT NOT NULL, person TEXT NOT NULL, record TEXT NOT NULL, until INTEGER NOT NULL,
  PRIMARY KEY (team, person));
CREATE TABLE IF NOT EXISTS audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, id TEXT NOT NULL,
  record TEXT NOT NULL, until INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS audit_at ON audit (at);
CREATE TABLE IF NOT EXISTS jobs (
  thread TEXT PRIMARY KEY, due INTEGER NOT NULL, wanted INTEGER NOT NULL DEFAULT 1,
  tries INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS later (
  thread TEXT NOT NULL, due INTEGER NOT NULL, PRIMARY KEY (thread, due)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS failed (
  thread TEXT PRIMARY KEY, at INTEGER NOT NULL, tries INTEGER NOT NULL,
  code TEXT NOT NULL) WITHOUT ROWID;
`;
