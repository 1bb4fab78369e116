import type { RunOutput } from './read-output.ts';

/** A suite with the parts that it was asked in. */
export interface ShardGroup {
  suite: string;
  shards: { folder: string; suite: RunOutput['report']['suites'][number] }[];
}

/**
 * Puts the parts of each suite together. A suite that was not asked in parts is a whole by itself. Pure.
 *
 * @param faults gets a line for each reason why the parts do not make a whole.
 */
export function groupShards(outputs: readonly RunOutput[], faults: string[]): ShardGroup[] {
  const groups = new Map<string, ShardGroup>();
  for (const { folder, report } of outputs) {
    for (const suite of report.suites) {
      const group = groups.get(suite.suite) ?? { suite: suite.suite, shards: [] };
      groups.set(suite.suite, group);
      group.shards.push({ folder, suite });
      if (suite.stopped !== null) {
        faults.push(`${folder}: suite ${suite.suite} is incomplete (${suite.stopped}): run that shard again`);
      }
    }
    for (const name of report.notRun)
      faults.push(`${folder}: suite ${name} was not run: run that shard again`);
  }
  for (const group of groups.values()) faults.push(...partFaults(group), ...likenessFaults(group));
  return [...groups.values()];
}

/** That every part is there, once. */
function partFaults({ suite, shards }: ShardGroup): string[] {
  const names = shards.map((shard) => shard.suite.shard ?? '1/1');
  const wholes = new Set(names.map((name) => name.split('/')[1]));
  if (wholes.size > 1) return [`suite ${suite}: expected parts of one whole, got ${names.join(', ')}`];
  const of = Number([...wholes][0]);
  const faults: string[] = [];
  for (let index = 1; index <= of; index += 1) {
    const name = `${index}/${of}`;
    const folders = shards.filter((_, at) => names[at] === name).map(({ folder }) => folder);
    if (folders.length === 0) faults.push(`suite ${suite}: shard ${name} is missing`);
    if (folders.length > 1)
      faults.push(`suite ${suite}: shard ${name} is there twice: ${folders.join(', ')}`);
  }
  return faults;
}

/** That all parts asked the same suite in the same way. */
function likenessFaults({ suite, shards }: ShardGroup): string[] {
  const differs = (what: string, told: (shard: ShardGroup['shards'][number]) => string) => {
    const values = new Set(shards.map(told));
    return values.size > 1 ? [`suite ${suite}: its shards have ${what}`] : [];
  };
  return [
    ...differs('different cases or gates: run them on the same suite', (shard) => shard.suite.suiteHash),
    ...differs('different filters', (shard) => shard.suite.filters.join(' ')),
    ...differs('different models or settings', (shard) => withoutPlace(shard.suite.info)),
  ];
}

/** Where a database lies says nothing of what it answers. */
function withoutPlace({ database: _, ...info }: Record<string, string>): string {
  return JSON.stringify(Object.entries(info).sort());
}
