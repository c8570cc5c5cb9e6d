import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { createValidationPipe, newId } from '@roundtable/platform';
import { EndSpeechDto } from './end-speech.dto.js';
import { GrantFloorDto } from './grant-floor.dto.js';
import { RequestFloorDto } from './request-floor.dto.js';
import { WithdrawRequestDto } from './withdraw-request.dto.js';

const frame = { v: 1, room: newId(), clientId: newId() };

function check(metatype: new () => object, over: object = {}): Promise<unknown> {
  return createValidationPipe().transform({ ...frame, ...over }, { type: 'body', metatype });
}

describe('the intents of the floor', () => {
  it('accept what the contract says', async () => {
    await expect(check(RequestFloorDto)).resolves.toMatchObject(frame);
    await expect(check(RequestFloorDto, { note: 'on the\nsecond point' })).resolves.toMatchObject(frame);
    await expect(check(RequestFloorDto, { note: null })).resolves.toMatchObject({ note: null });
    await expect(check(WithdrawRequestDto)).resolves.toMatchObject(frame);
    await expect(check(GrantFloorDto, { request: newId() })).resolves.toMatchObject(frame);
    await expect(check(EndSpeechDto, { request: newId() })).resolves.toMatchObject(frame);
  });

  it.each<[string, new () => object, string, unknown]>([
    ['a note too long', RequestFloorDto, 'note', 'x'.repeat(251)],
    ['a blank note', RequestFloorDto, 'note', '  '],
    ['a note with a NUL', RequestFloorDto, 'note', 'a\u0000'],
    ['a note with half a character', RequestFloorDto, 'note', '\ud83d'],
    ['a note that is an object', RequestFloorDto, 'note', {}],
    ['a kind, which nobody may choose yet', RequestFloorDto, 'kind', 'point_of_order'],
    ['somebody else to raise the hand for', RequestFloorDto, 'participant', newId()],
    ['somebody else to lower the hand of', WithdrawRequestDto, 'request', newId()],
    ['no request to grant', GrantFloorDto, 'request', undefined],
    ['a number for a request', GrantFloorDto, 'request', 1],
    ['a request in capitals', GrantFloorDto, 'request', newId().toUpperCase()],
    ['a list for a request', EndSpeechDto, 'request', [newId()]],
  ])('refuse %s', async (_, metatype, field, value) => {
    await expect(check(metatype, { [field]: value })).rejects.toEqual(
      expect.objectContaining({ code: 'invalid', data: expect.objectContaining({ field }) }),
    );
  });
});
