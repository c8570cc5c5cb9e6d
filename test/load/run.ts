import { setTimeout as delay } from 'node:timers/promises';
import { RoomCheck } from './delivery-check.js';
import { textOf } from './message-text.js';
import type { ProcessUnderTest } from './process-under-test.js';
import type { Member, OpenedRoom, System } from './systems.js';

const DELIVERED_WITHIN_MS = 30_000;
const SENDERS_PER_ROOM = 20;

/** A server, or several nodes of one. */
export interface Contestant {
  name: string;
  system: System;
  nodes: readonly ProcessUnderTest[];
}

/** Who comes. */
export interface Crowd {
  rooms: number;
  people: number;
  /** How many of each room note when messages come; 24 unless told. */
  probes?: number;
  isAcross?: boolean;
}

interface Sender {
  member: Member;
  room: string;
}

/** Rooms full of people, on a contestant, with everything they receive checked. Close it, whatever came of it. */
export class Run {
  readonly acknowledged = new Map<OpenedRoom, Set<number>>();
  readonly senders: Sender[] = [];
  refused = 0;
  private readonly checks: { check: RoomCheck; room: OpenedRoom }[] = [];
  private sent = 0;
  private answered = 0;
  private readonly roomOf = new Map<string, OpenedRoom>();
  /** Called with the numbers of the messages that a probe has just received. */
  onProbe: (numbers: readonly number[]) => void = () => undefined;

  private constructor(readonly contestant: Contestant) {}

  /** With `isAcross`, only people of the first node write, and only people of the last one are probes. */
  static async open(contestant: Contestant, shape: Crowd): Promise<Run> {
    const run = new Run(contestant);
    const urls = contestant.nodes.map(({ url }) => url);
    for (let index = 0; index < shape.rooms; index += 1) {
      const room = await contestant.system.openRoom(urls, shape.people);
      run.watch(room, shape);
    }
    return run;
  }

  /** Deliveries so far. */
  get deliveries(): number {
    return this.checks.reduce((sum, { check }) => sum + check.deliveries, 0);
  }

  /** Events so far. */
  get events(): number {
    return this.checks.reduce((sum, { check }) => sum + check.events, 0);
  }

  /** Messages answered so far. */
  get answers(): number {
    return this.answered;
  }

  cpuMs(): number {
    return this.contestant.nodes.reduce((sum, node) => sum + node.cpuMs(), 0);
  }

  /** Posts the next message as the sender; `answered` hears when it was acknowledged. Returns its number. */
  post({ member, room }: Sender, answered: (number: number) => void): number {
    const number = this.sent++;
    const [event, payload] = this.contestant.system.post(room, textOf(number));
    member.client.ask(event, payload, (answer) => {
      this.answered += 1;
      const opened = this.roomOf.get(room);
      if ((answer as { ok?: boolean }).ok && opened) this.acknowledged.get(opened)?.add(number);
      else if (this.refused++ === 0) process.stderr.write(`refused: ${JSON.stringify(answer)}\n`);
      answered(number);
    });
    return number;
  }

  /** Lets every sender post once, so that nothing is measured that happens only the first time. */
  async greet(): Promise<void> {
    await Promise.all(this.senders.map((sender) => new Promise((answered) => this.post(sender, answered))));
  }

  /**
   * Waits until everything asked was answered and everybody got it.
   * @throws Error where something was lost, doubled, out of order or refused: the run is void.
   */
  async finish(): Promise<void> {
    const deadline = performance.now() + DELIVERED_WITHIN_MS;
    while (!this.isComplete() && performance.now() < deadline) await delay(20);
    // What would come twice comes now.
    await delay(100);
    const faults = this.checks.flatMap(({ check, room }) =>
      check.faults(this.acknowledged.get(room) ?? new Set()),
    );
    if (this.refused > 0) faults.unshift(`${this.refused} messages were refused`);
    if (this.answered < this.sent) faults.unshift(`${this.sent - this.answered} messages were not answered`);
    if (faults.length > 0)
      throw new Error(`${this.contestant.name}: the run is void: ${faults.slice(0, 5).join('; ')}.`);
  }

  close(): void {
    for (const { members } of this.roomOf.values()) for (const { client } of members) client.close();
  }

  private isComplete(): boolean {
    if (this.answered < this.sent) return false;
    return this.checks.every(
      ({ check, room }) => check.leastReceived >= (this.acknowledged.get(room)?.size ?? 0),
    );
  }

  /** Nodes batch differently, so the people of each node are checked together. */
  private watch(room: OpenedRoom, { probes = 24, isAcross = false }: Crowd): void {
    const { system, nodes } = this.contestant;
    this.roomOf.set(room.id, room);
    this.acknowledged.set(room, new Set());
    const checks = nodes.map(() => new RoomCheck(system.read, system.order));
    for (const [index, { client }] of room.members.entries()) {
      const receive = checks[index % nodes.length]?.addReader();
      const isOnLast = index % nodes.length === nodes.length - 1;
      const isProbe = index >= room.members.length - probes && (!isAcross || isOnLast);
      client.onEvent = (frame) => {
        const batch = receive?.(frame);
        if (isProbe && batch) this.onProbe(batch.numbers);
      };
    }
    for (const check of checks) this.checks.push({ check, room });
    const writers = room.members.filter(
      ({ mayPost }, index) => mayPost && (!isAcross || index % nodes.length === 0),
    );
    for (const member of writers.slice(0, SENDERS_PER_ROOM)) this.senders.push({ member, room: room.id });
  }
}
