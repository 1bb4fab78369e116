import { UsageProblem } from '../../ingest/config/usage-problem.ts';
import type { AccessRules } from './authenticate.ts';
import { isLoopback } from './loopback.ts';

/** What a service that starts has to say about who may use it. */
export interface AccessNotes {
  /** For the welcome: who is served. */
  said: string;
  /** What is set up but will not work. */
  warnings: string[];
}

const MAKE = 'npm run keys -- create --publishable --origin https://shop.example --store STORE';

/**
 * Looks at who will reach a service before it listens.
 * @throws UsageProblem when everybody could ask without a key, and nobody has said that they may.
 */
export async function checkAccess(
  { readKeys, pageKey, openToAll }: Pick<AccessRules, 'readKeys' | 'pageKey' | 'openToAll'>,
  host: string,
): Promise<AccessNotes> {
  const keys = await readKeys();
  if (keys.any) return { said: 'Keys are asked for.', warnings: pageKeyWarnings(keys.find, pageKey) };
  if (isLoopback(host)) {
    return {
      said: `No key has been made, so this machine alone is served. ${MAKE} makes one.`,
      warnings: [],
    };
  }
  if (openToAll)
    return { said: 'AISLE_OPEN=1: whoever reaches this address may ask without a key.', warnings: [] };
  throw new UsageProblem(
    [
      `HOST is ${host}, so other machines reach the service, and no key has been made: anybody could ask, at your cost. Either`,
      `make a key:                    ${MAKE}`,
      'or serve this machine alone:   HOST=127.0.0.1',
      'or serve everybody:            AISLE_OPEN=1',
    ].join('\n  '),
  );
}

function pageKeyWarnings(
  find: Awaited<ReturnType<AccessRules['readKeys']>>['find'],
  pageKey: string | null,
): string[] {
  if (pageKey === null) return [];
  const key = find(pageKey);
  const wrong =
    key === null ? 'is no key of this service' : key.revokedAt === null ? null : 'has been revoked';
  return wrong === null ? [] : [`PAGE_KEY ${wrong}: the chat page is closed. ${MAKE} makes one.`];
}
