import { describe, expect, it } from '@jest/globals';
import { readLoginCookie, writeLoginCookie } from './login-cookie.js';

describe('the login cookie', () => {
  it('is out of reach for scripts, other sites and subdomains under TLS', () => {
    const header = writeLoginCookie('abc', new Date(0), true);
    expect(header).toMatch(/^__Host-roundtable=abc;/);
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(header).toContain(part);
    expect(header).not.toContain('Domain');
  });

  it('works without TLS on the own machine', () => {
    expect(writeLoginCookie('abc', new Date(0), false)).not.toContain('Secure');
    expect(readLoginCookie('a=b; roundtable=abc', false)).toBe('abc');
  });

  it('is not taken from the weaker name under TLS', () => {
    expect(readLoginCookie('roundtable=abc', true)).toBeUndefined();
  });
});
