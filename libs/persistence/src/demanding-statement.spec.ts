import { describe, expect, it } from '@jest/globals';
import { BESIDE, DEMANDS, withBeside, withDemands } from './demanding-statement.js';

const statement = {
  name: 'note',
  text: `INSERT INTO notes (number, words) SELECT $1${DEMANDS}, $2`,
  values: [1, 'words'],
};
const room = { name: 'same_room', sql: 'SELECT state = $1 FROM rooms WHERE id = $2', values: ['open', 'r'] };
const person = { name: 'same_person', sql: 'SELECT $1 = ANY ($2)', values: ['p', ['p']] };

describe('a statement with demands', () => {
  it('divides by each, with the values behind its own', () => {
    expect(withDemands(statement, [room, person])).toEqual({
      name: 'note same_room same_person',
      text:
        'INSERT INTO notes (number, words) SELECT $1' +
        ' / (SELECT state = $3 FROM rooms WHERE id = $4)::int / (SELECT $5 = ANY ($6))::int, $2',
      values: [1, 'words', 'open', 'r', 'p', ['p']],
    });
  });

  it('keeps its text for other values', () => {
    const first = withDemands(statement, [room]);
    const second = withDemands({ ...statement, values: [2, 'other'] }, [
      { ...room, values: ['closed', 's'] },
    ]);
    expect(second).toEqual({ ...first, values: [2, 'other', 'closed', 's'] });
  });

  it('is itself where nothing is demanded', () => {
    expect(withDemands(statement, []).text).toBe('INSERT INTO notes (number, words) SELECT $1, $2');
  });
});

describe('a statement with another beside it', () => {
  const moving = {
    name: 'move',
    text: `WITH moved AS (UPDATE heads SET head = $2 WHERE room = $1)${BESIDE} INSERT INTO entries SELECT $1, $2${DEMANDS}`,
    values: ['r', 7],
  };
  const noting = { name: 'note', text: 'INSERT INTO notes SELECT $1, $2', values: ['r', 'words'] };

  it('does both, each with its own values, and demands behind both', () => {
    expect(withDemands(withBeside(moving, noting), [person])).toEqual({
      name: 'move note same_person',
      text:
        'WITH moved AS (UPDATE heads SET head = $2 WHERE room = $1), beside AS (INSERT INTO notes SELECT $3, $4)' +
        ' INSERT INTO entries SELECT $1, $2 / (SELECT $5 = ANY ($6))::int',
      values: ['r', 7, 'r', 'words', 'p', ['p']],
    });
  });

  it('keeps its text for other values', () => {
    const first = withBeside(moving, noting);
    const second = withBeside({ ...moving, values: ['s', 8] }, { ...noting, values: ['s', 'other'] });
    expect(second).toEqual({ ...first, values: ['s', 8, 's', 'other'] });
  });

  it('is refused where Postgres would cut its name off', () => {
    const long = { ...noting, name: 'a_statement_with_a_name_that_says_more_than_anybody_wants_to_know' };
    expect(() => withBeside(moving, long)).toThrow(RangeError);
  });
});
