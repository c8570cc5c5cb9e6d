import { Injectable, type OnModuleInit } from '@nestjs/common';
import { METRICS } from '@roundtable/platform';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { ConnectionMetrics } from './connection-metrics.js';
import { ReadingMetrics } from './reading-metrics.js';

/** What of the process is observed when it happens, and what is looked up when somebody reads the metrics. */
@Injectable()
export class LiveMetrics implements OnModuleInit {
  private readonly registry = new Registry();

  constructor(
    private readonly connections: ConnectionMetrics,
    private readonly reading: ReadingMetrics,
  ) {}

  onModuleInit(): void {
    collectDefaultMetrics({ register: this.registry });
    this.connections.declareIn(this.registry);
    this.reading.declareIn(this.registry);
  }

  /** Everything this process measures, in the text format of Prometheus. */
  async read(): Promise<{ type: string; text: string }> {
    const [observed, looked] = await Promise.all([METRICS.metrics(), this.registry.metrics()]);
    return { type: this.registry.contentType, text: `${observed}\n${looked}` };
  }
}
