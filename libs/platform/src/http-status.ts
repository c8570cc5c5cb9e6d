import type { ErrorCode } from '@roundtable/contracts';

/** Gives the HTTP status of an error code. A new code without a status does not compile. */
export function httpStatusOf(code: ErrorCode): number {
  switch (code) {
    case 'invalid':
    case 'weak_password':
    case 'consent_required':
    case 'protocol_version':
    case 'words_mismatch':
    case 'unreadable_file':
    case 'not_a_log':
    case 'poll_wrong':
    case 'document_malformed':
    case 'threshold_too_high':
    case 'elector_unknown':
    case 'proxy_circle':
    case 'ballot_wrong':
    case 'brackets_wrong':
    case 'reason_required':
    case 'file_refused':
      return 400;
    case 'unauthenticated':
    case 'credentials':
      return 401;
    case 'forbidden':
    case 'origin_refused':
    case 'not_yours':
    case 'not_entitled':
    case 'not_present':
    case 'document_forged':
    case 'no_delegation':
    case 'proposal_frozen':
    case 'not_submitter':
    case 'not_sponsor':
    case 'not_responsible':
      return 403;
    case 'not_found':
    case 'link_invalid':
    case 'target_missing':
      return 404;
    case 'email_taken':
    case 'last_administrator':
    case 'last_secretary':
    case 'meeting_state':
    case 'meeting_not_open':
    case 'room_closed':
    case 'stale_version':
    case 'client_id_reused':
    case 'target_withdrawn':
    case 'nothing_changed':
    case 'delegation_in_use':
    case 'participant_removed':
    case 'hand_already_raised':
    case 'hand_not_raised':
    case 'request_state':
    case 'item_state':
    case 'proposal_state':
    case 'proposal_move':
    case 'proposal_decided':
    case 'poll_state':
    case 'already_cast':
    case 'document_behind':
    case 'draft_ahead':
    case 'amendment_state':
    case 'amendment_decided':
    case 'amendment_conflict':
    case 'amendment_behind':
    case 'amendments_stopped':
    case 'too_many_amendments':
    case 'publication_state':
    case 'brackets_open':
    case 'silence_over':
    case 'follow_up_state':
    case 'already_imported':
    case 'ids_exist':
      return 409;
    case 'link_revoked':
    case 'link_expired':
    case 'link_used':
      return 410;
    case 'payload_too_large':
    case 'document_too_large':
      return 413;
    case 'rate_limited':
    case 'too_many_connections':
      return 429;
    case 'internal':
      return 500;
    case 'unavailable':
    case 'busy':
    case 'not_writable':
      return 503;
    default:
      return unknownCode(code);
  }
}

function unknownCode(code: never): never {
  throw new Error(`No HTTP status for ${String(code)}`);
}
