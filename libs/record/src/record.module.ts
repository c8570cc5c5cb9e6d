import { Module } from '@nestjs/common';
import { RealtimeModule } from '@roundtable/realtime';
import { AppendTransaction } from './append-transaction.js';
import { EntryPresenter } from './entry-presenter.js';
import { RecordFeatures } from './feature-ports.js';
import { GroupCommit } from './group-commit.js';
import { HistoryController } from './history.controller.js';
import { OneTripAppend } from './one-trip-append.js';
import { PageReader } from './page-reader.js';
import { RecentEntries } from './recent-entries.js';
import { RecordAnnouncements } from './record-announcements.js';
import { RecordDelivery } from './record-delivery.js';
import { RecordImport } from './record-import.js';
import { RecordProjection } from './record-projection.js';
import { RecordReader } from './record-reader.js';
import { RecordSyncService } from './record-sync.service.js';
import { RecordGateway } from './record.gateway.js';
import { RecordRepository } from './record.repository.js';
import { RecordService } from './record.service.js';
import { RoomAccess } from './room-access.js';
import { RoomLanes } from './room-lane.js';
import { RoomLines } from './room-lines.js';
import { RoomReaders } from './room-readers.js';
import { RoomSweep } from './room-sweep.js';
import { RoomVoice } from './room-voice.js';
import { SharedSnapshots } from './shared-snapshots.js';

/**
 * The record. It expects from global modules: the platform, the persistence, and `MembershipReader`; `OpenItem` and
 * `ReadMarks` where somebody fills them.
 */
@Module({
  imports: [RealtimeModule],
  controllers: [HistoryController],
  providers: [
    AppendTransaction,
    EntryPresenter,
    GroupCommit,
    OneTripAppend,
    PageReader,
    RecentEntries,
    RecordAnnouncements,
    RecordDelivery,
    RecordFeatures,
    RecordGateway,
    RecordImport,
    RecordProjection,
    RecordReader,
    RecordRepository,
    RecordService,
    RecordSyncService,
    RoomAccess,
    RoomLanes,
    RoomLines,
    RoomReaders,
    RoomSweep,
    RoomVoice,
    SharedSnapshots,
  ],
  exports: [
    EntryPresenter,
    PageReader,
    RecentEntries,
    RecordAnnouncements,
    RecordFeatures,
    RecordReader,
    RecordRepository,
    RecordService,
    RoomAccess,
  ],
})
export class RecordModule {}
