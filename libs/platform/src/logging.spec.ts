import { describe, expect, it } from '@jest/globals';
import { createLogger, JsonLogger } from './logging.js';
import { runInRequest } from './request-context.js';

describe('the log', () => {
  const lines: string[] = [];
  const logger = new JsonLogger(createLogger('info', { write: (line) => void lines.push(line) }));

  function lastLine(): Record<string, unknown> {
    return JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;
  }

  it('is one JSON object a line, with the id of the request', () => {
    runInRequest('r-1', () => logger.warn('slow', 'RecordService'));
    expect(lastLine()).toMatchObject({ level: 40, msg: 'slow', context: 'RecordService', requestId: 'r-1' });
    logger.warn('outside');
    expect(lastLine()).not.toHaveProperty('requestId');
  });

  it.each(['body', 'text', 'password', 'token', 'cookie', 'authorization', 'headers', 'secret', 'payload'])(
    'never holds %s, at the top or one level down',
    (key) => {
      logger.logger.info({ [key]: 'hunter2', intent: { [key]: 'hunter2', name: 'discussion.post' } }, 'seen');
      expect(lines.at(-1)).not.toContain('hunter2');
      expect(lastLine()).toMatchObject({ intent: { name: 'discussion.post' } });
    },
  );

  it('keeps the words of people out of database errors, and their code in', () => {
    const error = Object.assign(new Error('invalid input syntax for type uuid: "my secret words"'), {
      code: '22P02',
      query: 'INSERT INTO record_entries ...',
      parameters: ['my secret words'],
      detail: 'Key (body)=(my secret words) already exists.',
    });
    logger.logger.error({ err: error }, 'intent failed');
    expect(lines.at(-1)).not.toContain('secret words');
    expect(lastLine()).toMatchObject({ err: { code: '22P02' } });
  });

  it('keeps what could not be parsed out of it', () => {
    const broken = (() => {
      try {
        return JSON.parse('{"body": my secret words}') as unknown;
      } catch (error) {
        return error;
      }
    })();
    logger.logger.error({ err: broken }, 'unreadable');
    expect(lines.at(-1)).not.toContain('secret words');
  });
});
