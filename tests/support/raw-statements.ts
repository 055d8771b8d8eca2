// The statements by which the index answers a question, to be asked again with nothing around them: what SQLite alone takes.
import type { Db } from '../../main/index/db.ts';

/** Asks once, and answers a function that asks SQLite the same once more. */
export function rawStatements(db: Db, ask: (db: Db) => unknown): () => void {
  const asked: (() => unknown)[] = [];
  const watched = (sql: string) => {
    const plain = db.prepare<unknown[]>(sql);
    const raw = db.prepare<unknown[]>(sql);
    const handler: ProxyHandler<typeof plain> = {
      get(target, name: 'get' | 'all' | 'pluck' | 'raw') {
        if (name === 'pluck' || name === 'raw')
          return () => {
            target[name]();
            raw[name]();
            return new Proxy(target, handler);
          };
        return (...values: unknown[]) => {
          asked.push(() => raw[name](...values));
          return target[name](...values);
        };
      },
    };
    return new Proxy(plain, handler);
  };
  ask(
    new Proxy(db, {
      get(target, name) {
        if (name === 'prepare') return watched;
        if (name === 'pragma')
          return (source: string, options: object) => {
            asked.push(() => target.pragma(source, options));
            return target.pragma(source, options);
          };
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    }),
  );
  return () => {
    for (const again of asked) again();
  };
}

/** How long `work` takes, ms. */
export function timed(work: () => unknown): number {
  const startedMs = performance.now();
  work();
  return performance.now() - startedMs;
}
