import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const PACKAGES = fileURLToPath(new URL('./packages', import.meta.url));

/**
 * Installs the peer's packages into a folder of their own: they bring eighty others, which nothing else here needs.
 * @param folder empty, deleted by the caller.
 * @returns a function that imports one of them.
 * @throws Error when they cannot be installed, as without a network.
 */
export async function installPeer(
  folder: string,
  signal: AbortSignal,
): Promise<<Module>(name: string) => Promise<Module>> {
  await cp(PACKAGES, folder, { recursive: true });
  // Their peers are optional in practice: every store and model that there is.
  const args = ['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'];
  await promisify(execFile)('npm', args, { cwd: folder, signal }).catch((error: Error) => {
    throw new Error(
      `its packages could not be installed: ${error.message.split('\n').at(-2) ?? error.message}`,
    );
  });
  const { resolve } = createRequire(join(folder, 'package.json'));
  return (name) => import(pathToFileURL(resolve(name)).href);
}
