import { describe, expect, it } from '@jest/globals';
import { RoomPresence } from './room-presence.js';

describe('who has a room open', () => {
  it('counts a person once, from the first tab to the last', () => {
    const presence = new RoomPresence();
    presence.enter('aizada', 'tab 1', '10:00');
    presence.enter('aizada', 'tab 2', '10:05');
    expect(presence.list()).toEqual([{ participant: 'aizada', since: '10:00' }]);
    presence.exit('aizada', 'tab 1');
    expect(presence.count).toBe(1);
    presence.exit('aizada', 'tab 2');
    expect(presence.count).toBe(0);
  });

  it('does not lose a person when a tab leaves twice or was never there', () => {
    const presence = new RoomPresence();
    presence.enter('aizada', 'tab 1', '10:00');
    presence.exit('aizada', 'unknown');
    presence.exit('bermet', 'unknown');
    expect(presence.count).toBe(1);
  });

  it('tells each coming and going once, and nothing of who came and went in between', () => {
    const presence = new RoomPresence();
    presence.enter('aizada', 'tab', '10:00');
    expect(presence.takeDifference()).toEqual({
      joined: [{ participant: 'aizada', since: '10:00' }],
      left: [],
    });
    expect(presence.takeDifference()).toEqual({ joined: [], left: [] });
    presence.enter('bermet', 'tab', '10:01');
    presence.exit('bermet', 'tab');
    expect(presence.takeDifference()).toEqual({ joined: [], left: [] });
    presence.exit('aizada', 'tab');
    expect(presence.takeDifference()).toEqual({ joined: [], left: ['aizada'] });
  });
});
