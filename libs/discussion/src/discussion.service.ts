import { Injectable } from '@nestjs/common';
import type {
  EditMessage,
  MakeStatement,
  PostMessage,
  ReactToMessage,
  WithdrawMessage,
} from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import {
  RecordService,
  type Appended,
  type DecisionContext,
  type Draft,
  type SharedCommit,
} from '@roundtable/record';
import { DiscussionRepository } from './discussion.repository.js';
import { QuoteWithoutReply, TargetMissing } from './discussion.errors.js';
import { decideEdit, decideReaction, decideWithdrawal, type Changer, type Message } from './message-rules.js';
import { MessageVersions } from './message-versions.js';
import { PeopleNamed } from './people-named.js';
import { decideQuote } from './quotation.js';

/** What people write and what is written down for them. Who may at all is the policy's to say, under the room's lock. */
@Injectable()
export class DiscussionService {
  constructor(
    private readonly record: RecordService,
    private readonly messages: DiscussionRepository,
    private readonly versions: MessageVersions,
    private readonly people: PeopleNamed,
  ) {}

  /** @throws TargetMissing, TargetWithdrawn, WordsNotInReply, QuoteWithoutReply or NotInMeeting */
  post(caller: Member, intent: PostMessage): Promise<Appended> {
    const { room, clientId, body, replyTo = null, language = null } = intent;
    const mentions = [...new Set(intent.mentions ?? [])];
    const draft = (quote: string | null): Draft => ({
      type: 'discussion.posted',
      data: { body, replyTo, quote, mentions, language },
    });
    const looksAtNothing = replyTo === null && (intent.quote ?? null) === null && mentions.length === 0;
    return this.record.append({
      room,
      caller,
      permission: 'discussion.post',
      clientId,
      intent: 'discussion.post',
      payload: intent,
      shared: { reads: replyTo === null ? [] : [wordsOf(replyTo)] },
      ...(looksAtNothing && { drafts: [draft(null)] }),
      decide: async (context) => {
        await this.people.demandMentioned(context, mentions);
        return [draft(await this.decideReply(context, replyTo, intent.quote ?? null))];
      },
    });
  }

  /** @throws NotInMeeting or SpeakerRemoved */
  state(caller: Member, intent: MakeStatement): Promise<Appended> {
    const { room, clientId, speaker, body, language = null } = intent;
    return this.record.append({
      room,
      caller,
      permission: 'discussion.state',
      clientId,
      intent: 'discussion.state',
      payload: intent,
      shared: {},
      decide: async (context) => {
        await this.people.demandSpeaker(context, speaker);
        return [{ type: 'discussion.stated', data: { speaker, body, language } }];
      },
    });
  }

  /** @throws TargetMissing, NotYours, TargetWithdrawn, NothingChanged or NotInMeeting */
  edit(caller: Member, intent: EditMessage): Promise<Appended> {
    const mentions = [...new Set(intent.mentions ?? [])];
    return this.change(caller, 'discussion.edit', intent, async (message, changer, context) => {
      const version = decideEdit(message, changer, intent.body);
      await this.people.demandMentioned(context, mentions);
      const data = { body: intent.body, mentions, version };
      return { type: 'discussion.edited', target: message.seq, data };
    });
  }

  /** @throws TargetMissing, NotYours or TargetWithdrawn */
  withdraw(caller: Member, intent: WithdrawMessage): Promise<Appended> {
    return this.change(caller, 'discussion.withdraw', intent, async (message, changer) => {
      decideWithdrawal(message, changer);
      return { type: 'discussion.withdrawn', target: message.seq, data: { reason: intent.reason ?? null } };
    });
  }

  /** @throws TargetMissing, TargetWithdrawn or NothingChanged */
  react(caller: Member, intent: ReactToMessage): Promise<Appended> {
    const { reaction, on } = intent;
    return this.change(caller, 'discussion.react', intent, async (message, { participant }, { tx, room }) => {
      const isOn = await this.messages.hasReaction(tx, room, { seq: message.seq, participant, reaction });
      decideReaction(message, { reaction, on }, isOn);
      return { type: 'discussion.reacted', target: message.seq, data: { reaction, on } };
    });
  }

  /** What edit, withdraw and react share: one message of this room, one fact about it. */
  private change(
    caller: Member,
    intent: 'discussion.edit' | 'discussion.withdraw' | 'discussion.react',
    payload: EditMessage | WithdrawMessage | ReactToMessage,
    decide: (message: Message, changer: Changer, context: DecisionContext) => Promise<Draft>,
  ): Promise<Appended> {
    const { room, clientId, target } = payload;
    return this.record.append({
      room,
      caller,
      permission: intent === 'discussion.react' ? 'discussion.react' : 'discussion.change_own',
      clientId,
      intent,
      payload,
      shared: 'reaction' in payload ? sharedReaction(caller, payload) : { writes: [wordsOf(target)] },
      decide: async (context) => {
        const message = await this.messages.find(context.tx, room, target);
        if (!message) throw new TargetMissing(target);
        return [await decide(message, changerOf(caller, context), context)];
      },
    });
  }

  private async decideReply(
    { tx, room }: DecisionContext,
    replyTo: number | null,
    quote: string | null,
  ): Promise<string | null> {
    if (replyTo === null) {
      if (quote !== null) throw new QuoteWithoutReply();
      return null;
    }
    const replied = await this.messages.find(tx, room, replyTo);
    if (!replied) throw new TargetMissing(replyTo);
    if (quote === null) return null;
    const { isWithdrawn } = replied;
    const texts = isWithdrawn ? [] : await this.versions.textsOf(tx, room, replyTo);
    return decideQuote({ seq: replyTo, texts, isWithdrawn }, quote);
  }
}

function wordsOf(seq: number): string {
  return `words:${seq}`;
}

function sharedReaction(caller: Member, { target, reaction }: ReactToMessage): SharedCommit {
  const own = `reaction:${target}:${caller.membership.participantId}:${reaction}`;
  return { reads: [wordsOf(target)], writes: [own] };
}

/** Staff by what they are under the lock, not by what they were when they pressed the key. */
function changerOf(caller: Member, { membership }: DecisionContext): Changer {
  const { participantId, audience } = membership ?? caller.membership;
  return { participant: participantId, isStaff: audience === 'staff' };
}
