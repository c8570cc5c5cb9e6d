import { describe, expect, it } from '@jest/globals';
import { only, parse } from './w3c-log.builder.js';

describe('conventions', () => {
  it.each([
    ['Topic: Pumps', { kind: 'topic', title: 'Pumps' }],
    ['Subtopic: Seals', { kind: 'subtopic', title: 'Seals' }],
    ['q+ to ask about seals', { kind: 'floorRequest', who: 'aizada', note: 'to ask about seals' }],
    ['+q', { kind: 'floorRequest', who: 'aizada', note: '' }],
    ['qq+ bakyt to answer', { kind: 'floorRequest', who: 'bakyt', note: 'to answer', reply: true }],
    ['q-', { kind: 'floorWithdrawn', who: 'aizada' }],
    ['ack bakyt', { kind: 'floorGranted', to: 'bakyt' }],
    ['ack nobodyknown', { kind: 'floorGranted', to: null }],
    ['q?', { kind: 'procedural' }],
    ['zakim, mute me', { kind: 'procedural' }],
    ['zakim, next agendum', { kind: 'agenda' }],
    ['agenda+ Seals', { kind: 'agenda' }],
    ['Agenda: https://water.example/agenda', { kind: 'agenda' }],
    ['PROPOSED: replace the seals', { kind: 'proposal', text: 'replace the seals' }],
    ['RESOLUTION: replace the seals', { kind: 'decision', text: 'replace the seals' }],
    [
      'ACTION: bakyt to order seals',
      { kind: 'action', owner: 'bakyt', ownerKey: 'bakyt', text: 'bakyt to order seals' },
    ],
    ['-> https://water.example/ Seals', { kind: 'link', url: 'https://water.example/', caption: 'Seals' }],
    ['+1', { kind: 'position', positions: [{ value: 1, remark: '' }] }],
    ['+0.5 if cheap', { kind: 'position', positions: [{ value: 0.5, remark: 'if cheap' }] }],
    ['-1, too dear', { kind: 'position', positions: [{ value: -1, remark: 'too dear' }] }],
    ['0', { kind: 'position', positions: [{ value: 0 }] }],
    ['+.5', { kind: 'position', positions: [{ value: 0.5 }] }],
    ['+10 volts', { kind: 'message' }],
    ['0 is the level', { kind: 'message' }],
    ['Action items: https://water.example/', { kind: 'message' }],
  ])('understands %s', (line, expected) => {
    const log = parse(['<bakyt> here', `<aizada> ${line}`]);
    expect(log.events[1]).toMatchObject({ by: 'aizada', raw: line, ...expected });
  });

  it('gives a shortened ack to the first in the queue it fits', () => {
    const log = parse(['<bakyt> q+', '<botagoz> q+', '<aizada> ack b', '<aizada> ack b', '<aizada> ack']);
    expect(only(log, 'floorGranted').map(({ to }) => to)).toEqual(['bakyt', 'botagoz', null]);
  });

  it('keeps a hostile name and text as they are', () => {
    const text = '<script>alert(1)</script> \u202egnp.exe';
    const log = parse([`<a‮b> ${text}`]);
    expect(log.events[0]).toMatchObject({ kind: 'message', text });
  });
});

describe('corrections', () => {
  const spoken = [
    '<aizada> scribe+',
    '<aizada> bakyt: the damm is safe, the damm is full',
    '<bakyt> the damm',
  ];

  it('changes the nearest line before and keeps what stood there', () => {
    const log = parse([...spoken.slice(0, 2), '<bakyt> s/damm/dam/']);
    expect(log.events[1]).toMatchObject({
      text: 'the dam is safe, the damm is full',
      original: 'the damm is safe, the damm is full',
    });
    expect(log.events[2]).toMatchObject({
      kind: 'correction',
      ok: true,
      targets: [1],
      old: 'damm',
      new: 'dam',
    });
  });

  it('changes everything before with g, everything with G, under any delimiter', () => {
    const before = parse([...spoken, '<bakyt> s|damm|dam|g', '<bakyt> a damm']);
    expect(before.events.map(({ text }) => text).slice(1)).toEqual([
      'the dam is safe, the dam is full',
      'the dam',
      's|damm|dam|g',
      'a damm',
    ]);
    const all = parse([...spoken, '<bakyt> s#damm#dam#G', '<bakyt> a damm']);
    expect(only(all, 'correction')[0].targets).toEqual([1, 2, 4]);
    expect(all.events[4].text).toBe('a dam');
  });

  it('takes the words literally and without a closing delimiter', () => {
    const log = parse(['<aizada> level (.*) at gate a/b', '<aizada> s/(.*)/$& 5', '<aizada> s/a\\/b/c/']);
    expect(log.events[0].text).toBe('level $& 5 at gate c');
  });

  it('leaves a correction of corrections visible that would grow without end', () => {
    const log = parse(['<aizada> a', ...Array.from({ length: 30 }, () => `<bakyt> s/a/${'a'.repeat(10)}/g`)]);
    expect(log.events[0].text.length).toBeLessThan(3_000_000);
    expect(log.events.at(-1)).toMatchObject({ kind: 'correction', ok: false, targets: [] });
  });

  it('leaves a correction that fits nothing visible', () => {
    const log = parse(['<aizada> hello', '<aizada> s/dam/lock/']);
    expect(log.events[1]).toMatchObject({ kind: 'correction', ok: false, targets: [] });
  });

  it('lets a correction repair who spoke', () => {
    const log = parse([
      '<aizada> scribe+',
      '<bakyt> here',
      '<aizada> bakit and the gate',
      '<aizada> s/bakit and/bakyt: and',
    ]);
    expect(log.events[2]).toMatchObject({
      kind: 'statement',
      speaker: 'bakyt',
      text: 'and the gate',
      original: 'bakit and the gate',
    });
  });

  it('puts a line in afterwards, before the place named', () => {
    const log = parse(['<aizada> first', '<aizada> the pumps', '<aizada> i/pumps/Topic: Pumps/']);
    expect(log.events.map(({ kind }) => kind)).toEqual(['message', 'topic', 'message', 'correction']);
    expect(log.events[1]).toMatchObject({ inserted: true, lines: [3] });
    expect(log.lines).toBe(3);
  });
});
