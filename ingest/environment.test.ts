import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

describe('readEnvironment', () => {
  it('has a default for everything', () => {
    expect(readEnvironment({})).toEqual({
      databaseUrl: null,
      dataDir: '.aisle',
      embeddingModel: 'local',
      chatModel: 'extractive',
      openaiApiKey: null,
      openaiBaseUrl: null,
      rerankUrl: null,
      rerankModel: null,
      rerankApiKey: null,
      port: 8787,
      host: '127.0.0.1',
      sampleStorePort: 8788,
      openToAll: false,
      pageKey: null,
      aisleKey: null,
      trustProxy: 0,
      addressPerMinute: 120,
      addressPerDay: 1_000,
      addressBudgetUsd: 2,
      drainSeconds: 5,
      logLevel: 'info',
      chromiumPath: null,
      configPath: null,
    });
  });

  it('takes an empty variable as unset', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: ' ', LOG_LEVEL: '' })).toEqual(readEnvironment({}));
  });

  it('reads what is set', () => {
    const environment = readEnvironment({ PORT: '0', EMBEDDING_MODEL: 'openai:x', LOG_LEVEL: 'debug' });
    expect(environment).toMatchObject({ port: 0, embeddingModel: 'openai:x', logLevel: 'debug' });
  });

  it('names every wrong variable at once, with what was expected and got', () => {
    const read = () => readEnvironment({ PORT: '70000', LOG_LEVEL: 'loud', EMBEDDING_MODEL: 'word2vec' });
    expect(read).toThrow(/PORT: expected a port from 0 to 65535, got "70000"/);
    expect(read).toThrow(/LOG_LEVEL: expected one of trace.*, got "loud"/);
    expect(read).toThrow(/EMBEDDING_MODEL: expected local, or openai:.*, got "word2vec"/);
  });

  it('reads who may use the service, and how much', () => {
    const environment = readEnvironment({
      AISLE_OPEN: '1',
      TRUST_PROXY: '2',
      ADDRESS_PER_MINUTE: '30',
      ADDRESS_PER_DAY: 'none',
      ADDRESS_BUDGET_USD: '0.50',
    });
    expect(environment).toMatchObject({
      openToAll: true,
      trustProxy: 2,
      addressPerMinute: 30,
      addressPerDay: null,
      addressBudgetUsd: 0.5,
    });
    const wrong = { AISLE_OPEN: 'yes', TRUST_PROXY: '-1', ADDRESS_PER_DAY: '0', PAGE_KEY: 'sk_secret' };
    const read = () => readEnvironment(wrong);
    expect(read).toThrow(/AISLE_OPEN: expected 1 to serve everybody/);
    expect(read).toThrow(/TRUST_PROXY: expected how many proxies/);
    expect(read).toThrow(/ADDRESS_PER_DAY: expected questions from 1, or none, got "0"/);
    expect(read).toThrow(/PAGE_KEY: expected a publishable key.*, got 9 characters/);
  });

  it('reads how long answers have to end', () => {
    expect(readEnvironment({ DRAIN_SECONDS: '30' }).drainSeconds).toBe(30);
    expect(() => readEnvironment({ DRAIN_SECONDS: '30s' })).toThrow(
      /DRAIN_SECONDS: expected seconds from 0 to 999, got "30s"/,
    );
  });

  it('does not show a secret that is wrong', () => {
    const read = (variables: Record<string, string>) => {
      try {
        readEnvironment(variables);
      } catch (error) {
        return (error as Error).message;
      }
      return '';
    };
    expect(read({ DATABASE_URL: 'mysql://root:hunter2@db/shop' })).toMatch(/DATABASE_URL: expected/);
    expect(read({ DATABASE_URL: 'mysql://root:hunter2@db/shop' })).not.toContain('hunter2');
    expect(read({ OPENAI_API_KEY: 'sk-secret part' })).not.toContain('secret');
    expect(read({ RERANK_URL: 'https://me:hunter2@rerank.example/' })).toMatch(/its key in RERANK_API_KEY/);
    expect(read({ RERANK_URL: 'https://me:hunter2@rerank.example/' })).not.toContain('hunter2');
    expect(read({ RERANK_API_KEY: 'hunter2 b' })).not.toContain('hunter2');
  });
});
