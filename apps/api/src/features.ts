import type { DynamicModule, Type } from '@nestjs/common';
import { AmendmentsModule } from '@roundtable/amendments';
import { DiscussionModule } from '@roundtable/discussion';
import { DocumentsModule } from '@roundtable/documents';
import { FloorModule } from '@roundtable/floor';
import { FollowUpModule } from '@roundtable/follow-up';
import { IdentityModule } from '@roundtable/identity';
import { MeetingsModule } from '@roundtable/meetings';
import { NoticesModule } from '@roundtable/notices';
import { ProposalsModule } from '@roundtable/proposals';
import { PublicationsModule } from '@roundtable/publications';
import { RealtimeModule } from '@roundtable/realtime';
import { RecordModule } from '@roundtable/record';
import { TranscriptModule } from '@roundtable/transcript';
import { ApiDocumentsModule } from './api-documents/api-documents.module.js';
import { DraftingPorts } from './drafting-ports.module.js';
import { FloorPorts } from './floor-ports.module.js';
import { HealthModule } from './health/health.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { WelcomeModule } from './sample/welcome.module.js';

/** Every feature, in the order of the map: what a module needs stands above it. */
export const FEATURES: (Type | DynamicModule)[] = [
  RealtimeModule,
  RecordModule,
  IdentityModule,
  MeetingsModule,
  FloorModule,
  FloorPorts,
  DiscussionModule,
  ProposalsModule,
  DraftingPorts,
  DocumentsModule,
  AmendmentsModule,
  TranscriptModule,
  PublicationsModule,
  FollowUpModule,
  NoticesModule,
];

/**
 * What only a process that people enter through has. A command line goes without: it would make a sample meeting, and
 * a set-up link in place of the one that the server printed.
 */
export const ENTRANCE: (Type | DynamicModule)[] = [
  HealthModule,
  MetricsModule,
  ApiDocumentsModule,
  WelcomeModule,
];
