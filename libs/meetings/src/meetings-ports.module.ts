import { Global, Module } from '@nestjs/common';
import { InviteeDirectory } from '@roundtable/identity';
import { Authorizer, MembershipReader } from '@roundtable/platform';
import { OpenItem } from '@roundtable/record';
import { MeetingInvitees } from './meeting-invitees.js';
import { MeetingsAuthorizer } from './meetings.authorizer.js';
import { MeetingsRepository } from './meetings.repository.js';
import { ParticipantMembershipReader } from './membership-reader.js';
import { PlenaryItem } from './plenary-item.js';

/**
 * Fills what lower libraries ask for: who is in a meeting, who may do what, which item is open, who is invited. Apart
 * from the feature's own module, because the record needs these and the feature needs the record.
 */
@Global()
@Module({
  providers: [
    MeetingsRepository,
    { provide: MembershipReader, useClass: ParticipantMembershipReader },
    { provide: Authorizer, useClass: MeetingsAuthorizer },
    { provide: OpenItem, useClass: PlenaryItem },
    { provide: InviteeDirectory, useClass: MeetingInvitees },
  ],
  exports: [MeetingsRepository, MembershipReader, Authorizer, OpenItem, InviteeDirectory],
})
export class MeetingsPorts {}
