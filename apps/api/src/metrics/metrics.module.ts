import { Module } from '@nestjs/common';
import { RealtimeModule } from '@roundtable/realtime';
import { LiveMetrics } from './live-metrics.js';
import { MetricsController } from './metrics.controller.js';

@Module({ imports: [RealtimeModule], controllers: [MetricsController], providers: [LiveMetrics] })
export class MetricsModule {}
