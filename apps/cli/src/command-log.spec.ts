import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { commandLog } from './command-log.js';

describe('the log of a command', () => {
  afterEach(() => void jest.restoreAllMocks());

  it('goes to stderr, and only what went wrong', () => {
    const printed = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    const complained = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    commandLog().log('all is well');
    commandLog().error('the gauge is broken');
    expect(printed).not.toHaveBeenCalled();
    expect(complained.mock.calls.map(([line]) => String(line))).toEqual([
      expect.stringContaining('the gauge is broken'),
    ]);
  });
});
