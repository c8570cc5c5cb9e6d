import { AmendmentEntity, AmendmentStepEntity, AmendmentStopEntity } from '@roundtable/amendments';
import { MessageEntity, ReactionEntity, ReadMarkEntity } from '@roundtable/discussion';
import { FloorRequestEntity } from '@roundtable/floor';
import { FollowUpEntity, FollowUpUpdateEntity } from '@roundtable/follow-up';
import { AccountEntity, InvitationEntity, LoginEntity, SetupLinkEntity } from '@roundtable/identity';
import {
  DelegationEntity,
  ItemEntity,
  MeetingEntity,
  ParticipantEntity,
  RoomEntity,
} from '@roundtable/meetings';
import { OutboxMailEntity } from '@roundtable/notices';
import type { DataSourceSettings } from '@roundtable/persistence';
import {
  DecisionEntity,
  NamedBallotEntity,
  PollEntity,
  PositionEntity,
  ProposalEntity,
  ProposalStepEntity,
  SecretBallotEntity,
  SourceEntity,
} from '@roundtable/proposals';
import { CommuniqueEntity, SetEntity, SetLineEntity } from '@roundtable/publications';
import { RecordEntryEntity, RecordLogEntity } from '@roundtable/record';
import { TranscriptImportEntity } from '@roundtable/transcript';
export { MIGRATIONS } from '@roundtable/persistence';

/** Every entity of the product, by feature. */
export const ENTITIES: DataSourceSettings['entities'] = [
  RecordLogEntity,
  RecordEntryEntity,
  AccountEntity,
  SetupLinkEntity,
  InvitationEntity,
  LoginEntity,
  MeetingEntity,
  RoomEntity,
  DelegationEntity,
  ParticipantEntity,
  ItemEntity,
  FloorRequestEntity,
  MessageEntity,
  ReactionEntity,
  ReadMarkEntity,
  ProposalEntity,
  ProposalStepEntity,
  SourceEntity,
  PositionEntity,
  DecisionEntity,
  PollEntity,
  NamedBallotEntity,
  SecretBallotEntity,
  AmendmentEntity,
  AmendmentStepEntity,
  AmendmentStopEntity,
  TranscriptImportEntity,
  SetEntity,
  SetLineEntity,
  CommuniqueEntity,
  FollowUpEntity,
  FollowUpUpdateEntity,
  OutboxMailEntity,
];
