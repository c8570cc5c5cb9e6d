import type { MessageState } from '@roundtable/client';
import type { Permission } from '@roundtable/contracts';

/** Words are changed by whoever wrote them; statements by whoever entered them, and by those who keep the record. */
export function mayChange(
  message: MessageState,
  self: string,
  may: (permission: Permission) => boolean,
): boolean {
  if (message.withdrawn !== null || !may('discussion.change_own')) return false;
  if (message.kind === 'message') return message.author === self;
  return message.recordedBy === self || may('discussion.state');
}
