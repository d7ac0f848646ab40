// SQLite FTS5 with Porter's stemmer, the title weighing twice: the plain ranking to compare with.
// @ts-ignore: it is there where the benchmark runs, and not for the tests
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';

/** @typedef {import('./collections.mjs').JsonDocument} JsonDocument */
/** @typedef {import('./data.mjs').Query} Query */

const DEPTH = 100;
const RANKED = `SELECT id FROM documents WHERE documents MATCH ?
  ORDER BY bm25(documents, 0.0, 2.0, 1.0), rowid LIMIT ${DEPTH}`;

/** Any of the words, each quoted so that nothing is syntax. @param {string} text @returns {string} */
function anyWord(text) {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.map((word) => `"${word}"`).join(' OR ');
}

/**
 * @param {JsonDocument[]} documents @param {Query[]} queries
 * @returns {Promise<import('./metrics.mjs').Run>}
 */
export async function rankByFts5(documents, queries) {
  const initialize = /** @type {(options: object) => Promise<any>} */ (sqlite3InitModule);
  const sqlite3 = await initialize({ print() {}, printErr() {} });
  const database = new sqlite3.oo1.DB(':memory:');
  try {
    database.exec("CREATE VIRTUAL TABLE documents USING fts5(id UNINDEXED, title, text, tokenize='porter')");
    database.exec('BEGIN');
    for (const { id, title, text } of documents) {
      database.exec({ sql: 'INSERT INTO documents VALUES (?, ?, ?)', bind: [id, title, text] });
    }
    database.exec('COMMIT');
    const run = new Map();
    for (const { id, text } of queries) {
      const match = anyWord(text);
      const rows = match === '' ? [] : database.selectValues(RANKED, [match]);
      run.set(id, rows.map(String));
    }
    return run;
  } finally {
    database.close();
  }
}
