import type { FloorKind, FloorRequestView } from '@roundtable/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  endSpeech,
  endSpeeches,
  grantFloor,
  inOrder,
  placeOf,
  requestFloor,
  takeOff,
  withdrawRequest,
} from './speaker-queue.js';

const AT = '2026-03-02T09:00:00.000Z';
const LATER = '2026-03-02T09:05:00.000Z';

function ask(
  queue: FloorRequestView[],
  participant: string,
  kind: FloorKind = 'statement',
): FloorRequestView[] {
  const id = `r${String(queue.length).padStart(4, '0')}`;
  return [...queue, requestFloor(queue, { id, participant, kind, note: null, at: AT })];
}

function askAll(...wishes: [string, FloorKind?][]): FloorRequestView[] {
  return wishes.reduce<FloorRequestView[]>((queue, [who, kind]) => ask(queue, who, kind), []);
}

function apply(queue: FloorRequestView[], changed: FloorRequestView[]): FloorRequestView[] {
  return queue.map((one) => changed.find(({ id }) => id === one.id) ?? one);
}

const namesOf = (queue: FloorRequestView[]): string[] => inOrder(queue).map(({ participant }) => participant);

describe('the list of speakers', () => {
  it('serves statements in the order in which they were asked for', () => {
    expect(namesOf(askAll(['Aibek'], ['Dilnoza'], ['Farrukh']))).toEqual(['Aibek', 'Dilnoza', 'Farrukh']);
  });

  it('puts an interposed question before interventions, those before points of order, those before the rest', () => {
    const queue = askAll(
      ['statement'],
      ['point 1', 'point_of_order'],
      ['intervention', 'intervention'],
      ['reply', 'reply'],
      ['point 2', 'point_of_order'],
      ['question', 'interposed_question'],
    );
    expect(namesOf(queue)).toEqual(['question', 'intervention', 'point 1', 'point 2', 'statement', 'reply']);
  });

  it('refuses a second waiting request of the same person and kind', () => {
    const queue = askAll(['Aibek']);
    expect(() => ask(queue, 'Aibek')).toThrow(expect.objectContaining({ code: 'hand_already_raised' }));
    expect(namesOf(ask(queue, 'Aibek', 'point_of_order'))).toHaveLength(2);
  });

  it('lets who speaks ask again, and puts them at the end', () => {
    const queue = askAll(['Aibek'], ['Dilnoza']);
    const speaking = apply(queue, grantFloor(queue, queue[0]!.id, LATER));
    const again = requestFloor(speaking, {
      id: 'r9',
      participant: 'Aibek',
      kind: 'statement',
      note: null,
      at: LATER,
    });
    expect(again.order).toBeGreaterThan(queue[1]!.order);
  });

  it('ends whoever spoke before, then gives the floor to the next', () => {
    const queue = askAll(['Aibek'], ['Dilnoza']);
    const speaking = apply(queue, grantFloor(queue, queue[0]!.id, AT));
    const changed = grantFloor(speaking, queue[1]!.id, LATER);
    expect(changed.map(({ participant, state }) => [participant, state])).toEqual([
      ['Aibek', 'done'],
      ['Dilnoza', 'speaking'],
    ]);
    expect(changed[0]).toMatchObject({ grantedAt: AT, endedAt: LATER });
    expect(changed[1]).toMatchObject({ grantedAt: LATER, endedAt: null });
  });

  it('gives the floor out of turn when the chair says so', () => {
    const queue = askAll(['Aibek'], ['Dilnoza']);
    expect(grantFloor(queue, queue[1]!.id, LATER)).toMatchObject([
      { participant: 'Dilnoza', state: 'speaking' },
    ]);
  });

  it('refuses to give the floor to who has it, and to end who does not', () => {
    const queue = askAll(['Aibek'], ['Dilnoza']);
    const speaking = apply(queue, grantFloor(queue, queue[0]!.id, AT));
    const refused = expect.objectContaining({ code: 'request_state' });
    expect(() => grantFloor(speaking, queue[0]!.id, LATER)).toThrow(refused);
    expect(() => endSpeech(speaking, queue[1]!.id, LATER)).toThrow(refused);
    expect(() => grantFloor(speaking, 'nobody', LATER)).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
  });

  it('ends whoever holds the floor, interrupted or not, and nobody who waits', () => {
    const queue = askAll(['Aibek'], ['Dilnoza'], ['Farrukh']);
    queue[0]!.state = 'paused';
    queue[1]!.state = 'speaking';
    expect(endSpeeches(queue, LATER)).toMatchObject([
      { participant: 'Aibek', state: 'done', endedAt: LATER },
      { participant: 'Dilnoza', state: 'done', endedAt: LATER },
    ]);
  });

  it('takes somebody off with all they asked for, and nobody else', () => {
    const queue = askAll(['Aibek'], ['Dilnoza'], ['Aibek', 'point_of_order']);
    queue[0]!.state = 'speaking';
    expect(takeOff(queue, ['Aibek', 'Farrukh'], LATER)).toMatchObject([
      { kind: 'point_of_order', state: 'removed', endedAt: LATER },
      { kind: 'statement', state: 'done', endedAt: LATER },
    ]);
  });

  it('lowers only a hand that is raised', () => {
    const queue = askAll(['Aibek']);
    expect(withdrawRequest(queue, 'Aibek', LATER)).toMatchObject({ state: 'withdrawn', endedAt: LATER });
    const refused = expect.objectContaining({ code: 'hand_not_raised' });
    expect(() => withdrawRequest(queue, 'Dilnoza', LATER)).toThrow(refused);
    const speaking = apply(queue, grantFloor(queue, queue[0]!.id, AT));
    expect(() => withdrawRequest(speaking, 'Aibek', LATER)).toThrow(refused);
  });

  it('keeps a later one behind even when no place is left between two neighbours', () => {
    const queue = askAll(['point', 'point_of_order'], ['statement']);
    queue[0]!.order = 7;
    queue[1]!.order = 8;
    const place = placeOf('point_of_order', queue);
    const late = { ...queue[0]!, id: 'r0009', participant: 'late point', order: place };
    expect(namesOf([...queue, late])).toEqual(['point', 'late point', 'statement']);
  });

  it('keeps urgency first and age second for any sequence of requests', () => {
    const kinds: FloorKind[] = [
      'statement',
      'reply',
      'pro',
      'contra',
      'intervention',
      'interposed_question',
      'point_of_order',
    ];
    const urgency = {
      interposed_question: 0,
      intervention: 1,
      point_of_order: 2,
      statement: 3,
      reply: 3,
      pro: 3,
      contra: 3,
    };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 60 }), (wishes) => {
        const queue = askAll(...wishes.map((kind, index): [string, FloorKind] => [`p${index}`, kind]));
        const expected = [...queue].sort(
          (a, b) => urgency[a.kind] - urgency[b.kind] || (a.id < b.id ? -1 : 1),
        );
        expect(inOrder(queue).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      }),
      { verbose: true },
    );
  });
});
