/** What a line says to the speaker queue; names are as written, `me` and nothing mean the writer. */
export type FloorCommand =
  | { type: 'request'; name?: string; note: string; reply: boolean }
  | { type: 'withdraw'; names: string[] }
  | { type: 'grant'; name?: string }
  | { type: 'queue' };

const REQUEST = /^(?:(q{1,2})\s?\+|\+(q{1,2})\b)\s*(.*)$/is;
const WITHDRAW = /^(?:q{1,2}\s?-|-q{1,2}\b)\s*(.*)$/is;
const GRANT = /^ack(?:nowledge)?(?:\s+(.*))?$/is;
const QUEUE =
  /^(?:v?q\s*\?|q\s*=|queue\s*[?=]|vqueue\?|(?:close|open) (?:the )?queue|queue (?:close|open)\b)/i;

/** Recognises Zakim's queue commands (`q+`, `q-`, `ack`, `q?` and their kin), or undefined. */
export function readFloorCommand(text: string): FloorCommand | undefined {
  const line = text.trim().replace(/^zakim,\s+(?=(q|ack)\b)/i, '');
  const request = REQUEST.exec(line);
  if (request) {
    return readRequest(request[3].trim(), (request[1] ?? request[2]).length === 2);
  }
  const withdraw = WITHDRAW.exec(line);
  if (withdraw) {
    const names = withdraw[1].split(/\s*,\s*|\s+/).filter((name) => name !== '' && !/^later$/i.test(name));
    return { type: 'withdraw', names };
  }
  if (QUEUE.test(line)) {
    return { type: 'queue' };
  }
  const grant = GRANT.exec(line);
  return grant && (grant[1] ?? '').trim().split(/\s+/).length <= 3
    ? { type: 'grant', name: grant[1]?.trim() }
    : undefined;
}

/** `q+ to ask`, `q+ rita`, `q+ rita to ask`, `q+: words`, `q+ words without to`. */
function readRequest(rest: string, reply: boolean): FloorCommand {
  const toNote = /^(?::|to\b)\s*(.*)$/is.exec(rest);
  if (toNote || rest === '') {
    return { type: 'request', note: toNote ? rest.replace(/^:\s*/, '') : '', reply };
  }
  const named = /^([^\s:,]+)(?:\s*:|\s+(?=to\b))\s*(.*)$/is.exec(rest);
  if (named) {
    return { type: 'request', name: named[1], note: named[2], reply };
  }
  return /^\S+$/.test(rest)
    ? { type: 'request', name: rest, note: '', reply }
    : { type: 'request', note: rest, reply };
}
