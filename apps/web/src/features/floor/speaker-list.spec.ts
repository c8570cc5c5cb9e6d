import { describe, expect, it } from '@jest/globals';
import type { FloorRequestView, FloorState } from '@roundtable/contracts';
import { handOf, speakerListOf } from './speaker-list.js';

function request(participant: string, order: number, state: FloorState = 'waiting'): FloorRequestView {
  return {
    id: `request-${participant}-${order}`,
    participant,
    kind: 'statement',
    note: null,
    state,
    order,
    requestedAt: '2026-10-14T05:00:00.000Z',
    grantedAt: null,
    endedAt: null,
  };
}

describe('the list of speakers', () => {
  it('puts those who wait in their order, apart from who speaks', () => {
    const list = speakerListOf([
      request('Nurlan', 30),
      request('Gulnara', 10, 'speaking'),
      request('Temir', 20),
    ]);
    expect(list.holding.map(({ participant }) => participant)).toEqual(['Gulnara']);
    expect(list.waiting.map(({ participant }) => participant)).toEqual(['Temir', 'Nurlan']);
  });

  it('lets the older request go first where places are equal', () => {
    const list = speakerListOf([
      { ...request('Nurlan', 10), id: 'b' },
      { ...request('Temir', 10), id: 'a' },
    ]);
    expect(list.waiting.map(({ participant }) => participant)).toEqual(['Temir', 'Nurlan']);
  });

  it('leaves out what is over', () => {
    const over = (['done', 'withdrawn', 'removed'] as const).map((state, order) =>
      request('Temir', order, state),
    );
    expect(speakerListOf(over)).toEqual({ holding: [], waiting: [] });
  });
});

describe('a hand', () => {
  const list = speakerListOf([request('Temir', 1, 'paused'), request('Nurlan', 2), request('Temir', 3)]);

  it('is down for whoever did not ask', () => {
    expect(handOf(list, 'Gulnara')).toEqual({ state: 'down' });
    expect(handOf(list, undefined)).toEqual({ state: 'down' });
  });

  it('has a place among those who wait, from 1', () => {
    expect(handOf(list, 'Nurlan')).toMatchObject({ state: 'raised', place: 1 });
  });

  it('counts as speaking while a speech is on, also where more was asked for', () => {
    expect(handOf(list, 'Temir')).toMatchObject({ state: 'speaking', request: { order: 1 } });
  });
});
