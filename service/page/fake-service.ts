// The fake has moved; what still imports it from here follows.
export { type FakeRecord, makeFakeService } from '../mock/fake-service.ts';
