import { LIMITS } from '@roundtable/contracts';
import type { ParsedEvent, ParsedLog, PersonKey } from '@roundtable/transcript';
import { shorten } from './shorten.js';

/** What one actor does at one moment of the play. */
export type ReplayAct =
  | { do: 'post'; body: string }
  | { do: 'state'; speaker: PersonKey; body: string }
  | { do: 'requestFloor'; note: string | null }
  | { do: 'withdrawRequest' }
  | { do: 'grantFloor'; to: PersonKey }
  | { do: 'openItem'; title: string };

/** An act, whose it is (null: the rapporteur of the play), and how long after the first line of the log it comes. */
export interface ReplayStep {
  by: PersonKey | null;
  afterMs: number;
  line: number;
  act: ReplayAct;
}

/** Turns a log into a play: every line of a person is one act, in the order of the log. */
export function writeScript({ events }: ParsedLog): ReplayStep[] {
  const start = events[0] ? Date.parse(events[0].at) : 0;
  return events.map((event) => ({
    by: actorOf(event),
    afterMs: Math.max(0, Date.parse(event.at) - start),
    line: event.lines[0] ?? 0,
    act: actOf(event),
  }));
}

/** Who raised a hand through somebody else's line raises it here; what no person wrote, the rapporteur enters. */
function actorOf(event: ParsedEvent): PersonKey | null {
  if (event.kind === 'floorRequest' || event.kind === 'floorWithdrawn') return event.who;
  return event.by;
}

function actOf(event: ParsedEvent): ReplayAct {
  switch (event.kind) {
    case 'topic':
    case 'subtopic':
      return { do: 'openItem', title: shorten(event.title, LIMITS.titleLength) };
    case 'statement':
      return { do: 'state', speaker: event.speaker, body: event.text };
    case 'floorRequest':
      return { do: 'requestFloor', note: shorten(event.note.trim(), LIMITS.noteLength) || null };
    case 'floorWithdrawn':
      return { do: 'withdrawRequest' };
    case 'floorGranted':
      return event.to === null ? { do: 'post', body: event.raw } : { do: 'grantFloor', to: event.to };
    case 'message':
    case 'summary':
      return { do: 'post', body: event.text };
    default:
      return { do: 'post', body: event.raw };
  }
}
