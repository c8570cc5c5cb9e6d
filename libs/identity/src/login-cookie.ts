import { parseCookie, stringifySetCookie } from 'cookie';

/** Names the cookie: browsers accept the `__Host-` prefix over TLS only, and then no subdomain can plant one. */
export function loginCookieName(isServedOverTls: boolean): string {
  return isServedOverTls ? '__Host-roundtable' : 'roundtable';
}

/** Reads the login's token out of a Cookie header. */
export function readLoginCookie(header: string | undefined, isServedOverTls: boolean): string | undefined {
  if (header === undefined || header.length > 16_384) return undefined;
  return parseCookie(header)[loginCookieName(isServedOverTls)];
}

/** Writes the Set-Cookie header of a login; scripts cannot read it and other sites cannot post with it. */
export function writeLoginCookie(token: string, expires: Date, isServedOverTls: boolean): string {
  return stringifySetCookie({
    name: loginCookieName(isServedOverTls),
    value: token,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isServedOverTls,
    expires,
  });
}

/** Writes the Set-Cookie header that makes the browser forget. */
export function clearLoginCookie(isServedOverTls: boolean): string {
  return writeLoginCookie('', new Date(0), isServedOverTls);
}
