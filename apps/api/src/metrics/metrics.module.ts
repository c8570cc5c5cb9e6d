import { Module } from '@nestjs/common';
import { RealtimeModule } from '@roundtable/realtime';
import { RecordModule } from '@roundtable/record';
import { ConnectionMetrics } from './connection-metrics.js';
import { LiveMetrics } from './live-metrics.js';
import { MetricsController } from './metrics.controller.js';
import { ReadingMetrics } from './reading-metrics.js';

@Module({
  imports: [RealtimeModule, RecordModule],
  controllers: [MetricsController],
  providers: [ConnectionMetrics, LiveMetrics, ReadingMetrics],
})
export class MetricsModule {}
