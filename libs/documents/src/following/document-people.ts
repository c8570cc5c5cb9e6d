import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TIMINGS, type DocumentPerson } from '@roundtable/contracts';
import { Clock } from '@roundtable/platform';
import { documentChannel, Nudges, type LiveSocket } from '@roundtable/realtime';
import { keyOf, type DocumentKey } from '../document-key.js';
import { UpdateForged } from '../documents.errors.js';
import { DocumentVoice } from './document-voice.js';

interface Place {
  participant: string;
  state: Record<string, unknown>;
  heardAt: number;
  /** Null for a page on another node. */
  socket: LiveSocket | null;
}

interface Known {
  key: DocumentKey;
  /** By Yjs client id. */
  places: Map<number, Place>;
}

/** Knows where people are in the documents open here. Never stored; who somebody is comes from their seat in the room. */
@Injectable()
export class DocumentPeople implements OnModuleInit {
  private readonly documents = new Map<string, Known>();

  constructor(
    private readonly voice: DocumentVoice,
    private readonly nudges: Nudges,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.nudges.on('point', ({ node, room, proposal, people }) => {
      if (node === this.nudges.node || !this.voice.isHeard({ room, proposal })) return;
      for (const person of people) this.note({ room, proposal }, person, null);
      this.voice.tellPeople({ room, proposal }, people);
    });
  }

  /** Everybody who is in the document, on any node as far as it was heard here. */
  list(key: DocumentKey): DocumentPerson[] {
    const { places } = this.documents.get(keyOf(key)) ?? { places: new Map<number, Place>() };
    return [...places].map(([client, { participant, state }]) => ({ client, participant, state }));
  }

  /** Somebody on this node says where they are. @throws UpdateForged for the page of somebody else */
  point(key: DocumentKey, person: DocumentPerson, socket: LiveSocket): void {
    const other = this.documents.get(keyOf(key))?.places.get(person.client);
    if (other && other.participant !== person.participant) throw new UpdateForged(person.client);
    this.note(key, person, socket);
    this.tell(key, [person], socket.id);
  }

  /** A page has left the document, or its connection is gone. */
  forget(key: DocumentKey, socket: LiveSocket): void {
    this.leave(key, (place) => place.socket?.id === socket.id);
  }

  /** Forgets those who were taken out of the room, and those of whom nothing was heard for long. */
  prune(): void {
    const oldest = this.clock.now().getTime() - TIMINGS.documentPointExpiryMs;
    for (const [name, { key, places }] of this.documents) {
      const channel = documentChannel(key.room, key.proposal);
      this.leave(
        key,
        ({ socket, heardAt }) => heardAt < oldest || (socket !== null && !socket.rooms.has(channel)),
      );
      if (places.size === 0) this.documents.delete(name);
    }
  }

  private leave(key: DocumentKey, isGone: (place: Place) => boolean): void {
    const { places } = this.documents.get(keyOf(key)) ?? { places: new Map<number, Place>() };
    const gone: DocumentPerson[] = [];
    for (const [client, place] of places) {
      if (!isGone(place)) continue;
      places.delete(client);
      gone.push({ client, participant: place.participant, state: null });
    }
    if (gone.length > 0) this.tell(key, gone, '');
  }

  private note(
    key: DocumentKey,
    { client, participant, state }: DocumentPerson,
    socket: LiveSocket | null,
  ): void {
    const known = this.documents.get(keyOf(key)) ?? { key, places: new Map<number, Place>() };
    this.documents.set(keyOf(key), known);
    if (state === null) known.places.delete(client);
    else known.places.set(client, { participant, state, socket, heardAt: this.clock.now().getTime() });
  }

  private tell(key: DocumentKey, people: DocumentPerson[], except: string): void {
    this.voice.tellPeople(key, people, except);
    this.nudges.send('point', { node: this.nudges.node, ...key, people });
  }
}
