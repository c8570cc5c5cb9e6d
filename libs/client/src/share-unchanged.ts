/**
 * Gives `next`, but with every part of it that equals the same part of `before` replaced by the old object, so that
 * readers who compare by identity see only what really changed. For JSON values; lists are matched by id where their
 * members have one, else by place.
 */
export function shareUnchanged<T>(before: T, next: T): T {
  if (Object.is(before, next)) return before;
  if (Array.isArray(before) && Array.isArray(next)) return shareList(before, next) as T;
  if (!isRecord(before) || !isRecord(next)) return next;
  const shared: Record<string, unknown> = {};
  let same = Object.keys(before).length === Object.keys(next).length;
  for (const [key, value] of Object.entries(next)) {
    shared[key] = shareUnchanged(before[key], value);
    same = same && key in before && Object.is(shared[key], before[key]);
  }
  return same ? before : (shared as T);
}

function shareList(before: unknown[], next: unknown[]): unknown[] {
  const byId = new Map(before.filter(hasId).map((member) => [member.id, member as unknown]));
  const shared = next.map((member, index) =>
    shareUnchanged(hasId(member) ? byId.get(member.id) : before[index], member),
  );
  const same =
    shared.length === before.length && shared.every((member, index) => Object.is(member, before[index]));
  return same ? before : shared;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasId(value: unknown): value is { id: string } {
  return isRecord(value) && typeof value['id'] === 'string';
}
