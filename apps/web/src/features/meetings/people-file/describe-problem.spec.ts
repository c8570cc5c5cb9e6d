import { describe, expect, it } from '@jest/globals';
import { describeProblem } from './describe-problem.js';

describe('describeProblem', () => {
  it('quotes the word that is not a role', () => {
    const message = 'roles: "boss "of" all" is not a role we know: use for example expert.';
    expect(describeProblem({ column: 'roles', code: 'invalid', message })).toEqual({
      key: 'problem_roles',
      words: 'boss "of" all',
    });
  });

  it('names the line that has the person already', () => {
    const message = 'email: this person is already in line 12.';
    expect(describeProblem({ column: 'email', code: 'repeated', message })).toEqual({
      key: 'problem_repeated',
      words: '12',
    });
  });

  it('leaves what it does not know to the server', () => {
    expect(describeProblem({ column: 'shoes', code: 'invalid', message: '' })).toBeNull();
    expect(describeProblem({ column: 'name', code: 'newer', message: '' })).toBeNull();
  });
});
