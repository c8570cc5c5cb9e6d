import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actOnMeeting, becomeAdministrator, createMeeting, inviteTo } from '../../support/person.js';
import { visit, type RoomVisitor } from '../../support/room-visitor.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

const WORDS = 'the lower sluice stays shut';
const NAME = 'Aigul Toktosunova';

describe('GET /api/metrics', () => {
  let server: RunningRoundtable;
  let visitor: RoomVisitor;

  beforeAll(async () => {
    server = await startRoundtable();
    const secretary = await becomeAdministrator(server);
    const { meeting } = await createMeeting(secretary);
    await actOnMeeting(secretary, meeting.id, 'open');
    visitor = await visit((await inviteTo(secretary, meeting.id, { name: NAME })).link);
    for (let count = 0; count < 5; count += 1) await visitor.room.post({ body: WORDS }).done;
  }, 120_000);
  afterAll(async () => {
    visitor.leave();
    await server.dispose();
  });

  const read = async (headers: Record<string, string> = {}) => {
    const answer = await fetch(`${server.url}/api/metrics`, { headers });
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  };

  it('tells a program on this machine what the server did', async () => {
    const { status, type, text } = await read();
    expect([status, type]).toEqual([200, expect.stringMatching(/^text\/plain; version=0\.0\.4/)]);
    expect(valueOf(text, 'roundtable_sockets')).toBe(1);
    expect(valueOf(text, 'roundtable_open_rooms')).toBe(1);
    expect(valueOf(text, 'roundtable_append_seconds_count')).toBeGreaterThanOrEqual(5);
    expect(valueOf(text, 'roundtable_commit_acts_sum')).toBeGreaterThanOrEqual(5);
    expect(
      valueOf(text, 'roundtable_delivery_lag_seconds_count{hop="commit_to_local"}'),
    ).toBeGreaterThanOrEqual(5);
    expect(valueOf(text, 'roundtable_catch_up_entries_count{way="socket"}')).toBeGreaterThanOrEqual(1);
    expect(valueOf(text, 'roundtable_database_pool{state="total"}')).toBeGreaterThanOrEqual(1);
    expect(valueOf(text, 'roundtable_database_pool{state="waiting"}')).toBe(0);
    expect(valueOf(text, 'roundtable_slow_readers_total{level="disconnected"}')).toBe(0);
    expect(valueOf(text, 'roundtable_nudges_total{fate="lost"}')).toBe(0);
    expect(valueOf(text, 'roundtable_admission_total{fate="admitted"}')).toBeGreaterThanOrEqual(1);
    expect(valueOf(text, 'roundtable_admission_total{fate="refused"}')).toBe(0);
    expect(valueOf(text, 'roundtable_admission_waiting')).toBe(0);
    expect(valueOf(text, 'roundtable_recent_entries_bytes')).toBeGreaterThan(0);
    expect(valueOf(text, 'roundtable_recent_entries_total{fate="missed"}')).toBeGreaterThanOrEqual(0);
    expect(valueOf(text, 'roundtable_history_pages_total{way="presented"}')).toBeGreaterThanOrEqual(0);
    expect(valueOf(text, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
    expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
  });

  it('names nobody and no room, and repeats no words', async () => {
    const { text } = await read();
    for (const secret of [WORDS, NAME, visitor.meeting, visitor.participant])
      expect(text).not.toContain(secret);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/);
  });

  it('has everything that the dashboard shows', async () => {
    const { text } = await read();
    const dashboard = readFileSync('docker/grafana/dashboards/roundtable.json', 'utf8');
    const shown = dashboard.match(/(?:roundtable|process|nodejs)_[a-z0-9_]+/g) ?? [];
    expect(new Set(shown).size).toBeGreaterThan(12);
    for (const metric of new Set(shown))
      expect([metric, new RegExp(`^${metric}[{ ]`, 'm').test(text) || isDeclared(text, metric)]).toEqual([
        metric,
        true,
      ]);
  });

  it('is not there for whoever comes through a proxy', async () => {
    const { status, text } = await read({ 'X-Forwarded-For': '203.0.113.9' });
    expect([status, text]).toEqual([404, expect.stringContaining('"not_found"')]);
  });
});

/** A metric with labels has no line before something happened, but its type is told. */
function isDeclared(text: string, metric: string): boolean {
  return text.includes(`# TYPE ${metric.replace(/_(bucket|sum|count)$/, '')} `);
}

function valueOf(text: string, metric: string): number {
  const line = text.split('\n').find((each) => each.startsWith(`${metric} `));
  if (!line) throw new Error(`The metrics have no line ${metric}.`);
  return Number(line.slice(metric.length + 1));
}
