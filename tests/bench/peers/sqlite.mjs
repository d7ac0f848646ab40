// SQLite FTS5 in WebAssembly: the whole database, fetched and opened in memory.
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';

/** @typedef {import('../whole-index.mjs').SourceDocument} SourceDocument */
/** @typedef {import('../whole-index.mjs').Find} Find */

const RANKED = `SELECT url, title, text FROM documents WHERE documents MATCH ?
  ORDER BY bm25(documents, 0.0, 2.0, 1.0) LIMIT ?`;

/** @returns {Promise<any>} */
function initialize() {
  const start = /** @type {(options: object) => Promise<any>} */ (sqlite3InitModule);
  return start({ print() {}, printErr() {} });
}

/** @param {SourceDocument[]} documents @returns {Promise<Uint8Array>} */
export async function build(documents) {
  const sqlite3 = await initialize();
  const database = new sqlite3.oo1.DB(':memory:');
  database.exec("CREATE VIRTUAL TABLE documents USING fts5(url UNINDEXED, title, text, tokenize='porter')");
  database.exec('BEGIN');
  for (const { url, title, text } of documents) {
    database.exec({ sql: 'INSERT INTO documents VALUES (?, ?, ?)', bind: [url, title, text] });
  }
  database.exec('COMMIT; VACUUM');
  return sqlite3.capi.sqlite3_js_db_export(database);
}

/** @param {any} sqlite3 @param {any} database @param {Uint8Array} bytes */
function loadDatabase(sqlite3, database, bytes) {
  const memory = sqlite3.wasm.allocFromTypedArray(bytes);
  const owned = sqlite3.capi.SQLITE_DESERIALIZE_FREEONCLOSE;
  const status = sqlite3.capi.sqlite3_deserialize(
    database.pointer, 'main', memory, bytes.length, bytes.length, owned,
  );
  database.checkRc(status);
}

/** @param {Response} response @returns {Promise<Find>} */
export async function open(response) {
  const [sqlite3, bytes] = await Promise.all([initialize(), response.arrayBuffer()]);
  const database = new sqlite3.oo1.DB(':memory:');
  loadDatabase(sqlite3, database, new Uint8Array(bytes));
  return async (query, limit) => {
    const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
    const match = words.map((word) => `"${word}"`).join(' ');
    return database.selectObjects(RANKED, [match, limit]);
  };
}
