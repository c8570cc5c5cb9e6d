import { Module } from '@nestjs/common';
import { RealtimeModule } from '@roundtable/realtime';
import { AppendTransaction } from './append-transaction.js';
import { EntryPresenter } from './entry-presenter.js';
import { RecordFeatures } from './feature-ports.js';
import { RecordAnnouncements } from './record-announcements.js';
import { RecordDelivery } from './record-delivery.js';
import { RecordImport } from './record-import.js';
import { RecordRepository } from './record.repository.js';
import { RecordService } from './record.service.js';
import { RoomLanes } from './room-lane.js';

/**
 * The record. It expects from global modules: the platform, the persistence, and `MembershipReader`; `OpenItem` and
 * `ReadMarks` where somebody fills them.
 */
@Module({
  imports: [RealtimeModule],
  providers: [
    AppendTransaction,
    EntryPresenter,
    RecordAnnouncements,
    RecordDelivery,
    RecordFeatures,
    RecordImport,
    RecordRepository,
    RecordService,
    RoomLanes,
  ],
  exports: [EntryPresenter, RecordAnnouncements, RecordFeatures, RecordRepository, RecordService],
})
export class RecordModule {}
