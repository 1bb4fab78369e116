import type { FormatIssue } from '../../ingest/config/check-yaml.ts';
import { isRecord } from '../../ingest/is-record.ts';
import { containsFact } from '../metrics/contains-fact.ts';

type Fields = Record<string, unknown>;

/** Expectations that cannot all be met, or that say nothing. Takes them as parsed, however wrong they are. Pure. */
export function expectationContradictions(expect: Fields): FormatIssue[] {
  return [
    ...withoutSubject(expect),
    ...besideStatus(expect),
    ...unclearFacts(expect),
    ...forbiddenFacts(expect),
    ...unwantedProducts(expect),
  ];
}

/** What says how another field is judged, where that field is not there. */
function withoutSubject(expect: Fields): FormatIssue[] {
  const pairs = [
    ['factsMode', 'facts'],
    ['citationsMode', 'citations'],
    ['productsOrder', 'products'],
  ] as const;
  return pairs.flatMap(([mode, subject]) =>
    mode in expect && !(subject in expect)
      ? [{ path: [mode], expected: `${subject} beside it`, got: `no ${subject}` }]
      : [],
  );
}

/** What only an answer of some other status can hold. */
function besideStatus(expect: Fields): FormatIssue[] {
  const statuses = toList(expect.status).filter((status) => typeof status === 'string');
  if (statuses.length === 0) return [];
  const all = statuses.join(' or ');
  const issues: FormatIssue[] = [];
  if (statuses.every((status) => status === 'abstained')) {
    for (const field of ['facts', 'answers', 'citations', 'quotes', 'products']) {
      if (!(field in expect)) continue;
      issues.push({ path: [field], expected: `no ${field} with status abstained`, got: 'both' });
    }
  }
  const asks = statuses.includes('clarify');
  const onlyAsks = statuses.every((status) => status === 'clarify');
  if ('clarify' in expect && expect.clarify !== false && !asks) {
    issues.push({
      path: ['clarify'],
      expected: 'status clarify where clarify is wanted',
      got: `status ${all}`,
    });
  }
  if (expect.clarify === false && onlyAsks) {
    issues.push({
      path: ['clarify'],
      expected: 'another status where no clarify is wanted',
      got: 'status clarify',
    });
  }
  if (expect.handoff === false && statuses.every((status) => status === 'handoff')) {
    issues.push({
      path: ['handoff'],
      expected: 'another status where no handoff is wanted',
      got: 'status handoff',
    });
  }
  return issues;
}

/** Facts that are neither several wordings nor a pattern, or both. */
function unclearFacts(expect: Fields): FormatIssue[] {
  return ['facts', 'forbidden'].flatMap((field) =>
    toList(expect[field]).flatMap((fact, index) => {
      // A misspelled field has been told already.
      if (!isRecord(fact) || Object.keys(fact).some((key) => !['any', 'regex'].includes(key))) return [];
      const given = ['any', 'regex'].filter((key) => key in fact);
      if (given.length === 1) return [];
      return [
        {
          path: [field, index],
          expected: 'either any or regex',
          got: given.length === 0 ? 'neither' : 'both',
        },
      ];
    }),
  );
}

/** Facts that cannot be stated without saying what is forbidden. */
function forbiddenFacts(expect: Fields): FormatIssue[] {
  const forbidden = toList(expect.forbidden).flatMap((fact) => (isRecord(fact) ? toList(fact.any) : [fact]));
  const banned = forbidden.filter((fact) => typeof fact === 'string');
  const says = (fact: unknown) =>
    typeof fact === 'string' ? (banned.find((one) => containsFact(fact, one)) ?? null) : null;
  const issue = (path: FormatIssue['path'], said: string): FormatIssue => ({
    path,
    expected: 'a fact that can be stated without saying what is forbidden',
    got: `one that says ${JSON.stringify(said)}`,
  });

  const issues: FormatIssue[] = [];
  const facts = toList(expect.facts).map((fact) =>
    saysInAll(isRecord(fact) ? toList(fact.any) : [fact], says),
  );
  const unsayable = facts.flatMap((said, index) => (said === null ? [] : [issue(['facts', index], said)]));
  // In mode any, one that can be stated is enough.
  if (expect.factsMode !== 'any' || unsayable.length === facts.length) issues.push(...unsayable);
  const answers = toList(expect.answers).map((answer) =>
    toList(answer)
      .map(says)
      .find((said) => said !== null),
  );
  if (answers.length > 0 && answers.every((said) => said !== undefined)) {
    issues.push(...answers.flatMap((said, index) => (said ? [issue(['answers', index], said)] : [])));
  }
  return issues;
}

/** What is forbidden in every one of several wordings; null where one of them is free of it. */
function saysInAll(wordings: unknown[], says: (fact: unknown) => string | null): string | null {
  const said = wordings.map(says);
  return said.length > 0 && said.every((one) => one !== null) ? (said[0] ?? null) : null;
}

function unwantedProducts(expect: Fields): FormatIssue[] {
  const wanted = new Set(toList(expect.products));
  return toList(expect.notProducts).flatMap((sku, index) =>
    wanted.has(sku)
      ? [{ path: ['notProducts', index], expected: 'a SKU that is not among products', got: String(sku) }]
      : [],
  );
}

function toList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}
