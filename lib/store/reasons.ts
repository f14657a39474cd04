/**
 * Dexie tells that a transaction was aborted, not why. The reason stands in the transaction: a full disk, or a damaged
 * file, upon which Chromium aborts every transaction and closes the connection.
 */
import type { DBCore, DBCoreTable, DBCoreTransaction, Dexie } from 'dexie';

/** Why the browser aborted the transaction; null when it did not. */
function reasonOf(transaction: DBCoreTransaction): DOMException | null {
  const error: unknown = Reflect.get(transaction, 'error');
  return error instanceof DOMException ? error : null;
}

/** An answer that fails with the reason instead of what the request says. */
function explained<T>({ trans }: { trans: DBCoreTransaction }, answer: Promise<T>): Promise<T> {
  return answer.catch((error: unknown) => {
    throw reasonOf(trans) ?? error;
  });
}

const explainedTable = (table: DBCoreTable): DBCoreTable => ({
  ...table,
  get: (request) => explained(request, table.get(request)),
  getMany: (request) => explained(request, table.getMany(request)),
  query: (request) => explained(request, table.query(request)),
  count: (request) => explained(request, table.count(request)),
  openCursor: (request) => explained(request, table.openCursor(request)),
  mutate: (request) =>
    explained(
      request,
      table.mutate(request).then((answer) => {
        const reason = answer.numFailures > 0 ? reasonOf(request.trans) : null;
        if (reason) throw reason;
        return answer;
      }),
    ),
});

/** From now on every call of this database that the browser aborts fails with the browser's reason. */
export function tellReasons(dexie: Dexie): void {
  dexie.use({
    stack: 'dbcore',
    name: 'reasons',
    create: (core): DBCore => ({ ...core, table: (name) => explainedTable(core.table(name)) }),
  });
}
