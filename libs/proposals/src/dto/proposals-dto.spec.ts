import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { createValidationPipe, newId } from '@roundtable/platform';
import { CaptureProposalDto } from './capture-proposal.dto.js';
import { ChangeProposalDto } from './change-proposal.dto.js';
import { ProposalParamsDto } from './proposal-params.dto.js';
import { WithdrawProposalDto } from './withdraw-proposal.dto.js';

const frame = { v: 1, room: newId(), clientId: newId() };
const marked = { seq: 3, from: 0, to: 5, words: 'words' };
const capture = { ...frame, sources: [marked] };
const change = { ...frame, proposal: newId(), version: 1 };

function check(metatype: new () => object, payload: object): Promise<unknown> {
  return createValidationPipe().transform(payload, { type: 'body', metatype });
}

function refusal(field: string) {
  return expect.objectContaining({ code: 'invalid', data: expect.objectContaining({ field }) });
}

describe('the intents of proposals', () => {
  it('accept what the contract says', async () => {
    await expect(check(CaptureProposalDto, capture)).resolves.toMatchObject(capture);
    await expect(
      check(CaptureProposalDto, { ...capture, title: null, text: 'Own\r\ntext' }),
    ).resolves.toMatchObject({
      title: null,
      text: 'Own\ntext',
    });
    await expect(check(ChangeProposalDto, { ...change, timeline: null })).resolves.toMatchObject({
      timeline: null,
    });
    await expect(check(WithdrawProposalDto, { ...frame, proposal: newId() })).resolves.toMatchObject(frame);
  });

  it.each<[string, string, unknown]>([
    ['no passages', 'sources', undefined],
    ['an empty list', 'sources', []],
    ['an object for the list', 'sources', { 0: marked }],
    ['more passages than allowed', 'sources', Array.from({ length: 51 }, () => marked)],
    ['a title of two lines', 'title', 'a\nb'],
    ['a title too long', 'title', 'x'.repeat(301)],
    ['a title with a right-to-left override', 'title', 'a\u202eb'],
    ['a text too long', 'text', 'x'.repeat(50_001)],
    ['a number chosen by the sender', 'number', 7],
    ['a state chosen by the sender', 'state', 'adopted'],
  ])('refuse a capture with %s', async (_, field, value) => {
    await expect(check(CaptureProposalDto, { ...capture, [field]: value })).rejects.toEqual(refusal(field));
  });

  it.each<[string, unknown]>([
    ['seq', 0],
    ['seq', '3'],
    ['from', -1],
    ['from', 0.5],
    ['to', null],
    ['to', 2 ** 40],
    ['words', ''],
    ['words', 'a\u0000b'],
    ['words', '\ud83d'],
    ['words', 'x'.repeat(10_001)],
    ['room', newId()],
    ['sha256', 'f'.repeat(64)],
  ])('refuse a passage whose %s is %j', async (field, value) => {
    const sources = [marked, { ...marked, [field]: value }];
    await expect(check(CaptureProposalDto, { ...capture, sources })).rejects.toEqual(
      refusal(`sources.1.${field}`),
    );
  });

  it.each([[null], ['words'], [[]], [[marked]]])('refuse %j in place of a passage', async (passage) => {
    const answer = check(CaptureProposalDto, { ...capture, sources: [passage] });
    await expect(answer).rejects.toMatchObject({ code: 'invalid' });
  });

  it.each<[string, unknown]>([
    ['proposal', 1],
    ['proposal', undefined],
    ['version', undefined],
    ['version', 0],
    ['version', '1'],
    ['title', null],
    ['title', ''],
    ['text', null],
    ['text', ' '],
    ['focusArea', 'x'.repeat(1_001)],
    ['responsible', 'a\nb'],
    ['timeline', 7],
    ['sources', []],
    ['state', 'adopted'],
    ['positions', []],
  ])('refuse a change whose %s is %j', async (field, value) => {
    await expect(check(ChangeProposalDto, { ...change, [field]: value })).rejects.toEqual(refusal(field));
  });

  it('read the number of a proposal from an address, and nothing else', async () => {
    const read = (number: string) => check(ProposalParamsDto, { meeting: newId(), number });
    await expect(read('12')).resolves.toMatchObject({ number: 12 });
    for (const number of ['0', '-1', '1e3', 'abc', '9999999999'])
      await expect(read(number)).rejects.toEqual(refusal('number'));
  });
});
