import type { App } from '../app-env.ts';
import { ProblemError } from '../problem.ts';

/** Answers 405 with `Allow` at every address that has a route for another method. Call it after the last route. */
export function addMethodNotAllowed(app: App): void {
  const methodsByPath = new Map<string, Set<string>>();
  for (const { path, method } of app.routes) {
    if (method === 'ALL') continue;
    const methods = methodsByPath.get(path) ?? new Set();
    methods.add(method);
    if (method === 'GET') methods.add('HEAD');
    methodsByPath.set(path, methods);
  }
  for (const [path, methods] of methodsByPath) {
    const allow = [...methods].join(', ');
    app.all(path, (c) => {
      const detail = `${c.req.path} expects ${allow}, got ${c.req.method.slice(0, 20)}.`;
      throw new ProblemError('method-not-allowed', { detail, headers: { allow } });
    });
  }
}
