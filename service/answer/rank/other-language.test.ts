import { expect, it } from 'vitest';
import { fakeUnit } from '../fake-unit.fixture.ts';
import { fakeEvidence } from '../llm/fake-evidence.ts';
import { tellInOtherLanguage } from './other-language.ts';

const unit = (text: string, foreign: boolean) => {
  const [evidence] = fakeEvidence({ text });
  if (evidence === undefined) throw new Error('no evidence');
  return fakeUnit(evidence, foreign ? { foreign } : {});
};
const [own, other] = [unit('Enviamos todo.', false), unit('Pickup is free.', true)];

it('tells in another language what the own one does not', () => {
  const sureOf = ([best]: unknown[]): number => (best === other ? 0.6 : 0.1);
  expect(tellInOtherLanguage([own, other], sureOf)).toEqual([other]);
});

it('keeps the own language where it answers, and where none does', () => {
  expect(tellInOtherLanguage([own, other], () => 0.9)).toEqual([own, other]);
  expect(tellInOtherLanguage([own, other], () => 0.1)).toEqual([own, other]);
  expect(tellInOtherLanguage([own], () => 0)).toEqual([own]);
});
