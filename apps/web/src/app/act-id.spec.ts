import { describe, expect, it } from '@jest/globals';
import { ActId } from './act-id.js';

describe('the id of an act', () => {
  it('stays the same while the same is sent again', () => {
    const act = new ActId();
    expect(act.for({ title: 'Opening' })).toBe(act.for({ title: 'Opening' }));
  });

  it('is another where the form was filled in otherwise', () => {
    const act = new ActId();
    expect(act.for({ title: 'Opening' })).not.toBe(act.for({ title: 'Closing' }));
  });

  it('is another once the act was done', () => {
    const act = new ActId();
    const first = act.for({ title: 'Any other business' });
    act.done();
    expect(act.for({ title: 'Any other business' })).not.toBe(first);
  });
});
