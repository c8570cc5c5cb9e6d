import { describe, expect, it } from '@jest/globals';
import { AUDIENCES } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import {
  accountChannel,
  invitationChannel,
  loginChannel,
  participantChannel,
  roomChannel,
} from './channels.js';

describe('the name of a channel', () => {
  const id = newId();
  const names = [
    accountChannel(id),
    invitationChannel(id),
    loginChannel(id),
    participantChannel(id),
    ...AUDIENCES.map((audience) => roomChannel(id, audience)),
  ];

  it('is never as long as the id of a socket', () => {
    expect(names.map(({ length }) => length)).not.toContain(20);
  });

  it('is never that of another kind with the same id', () => {
    expect(new Set(names).size).toBe(names.length);
  });
});
