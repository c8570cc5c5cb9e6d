import { Get, Req, Res } from '@nestjs/common';
import { ERROR_SENTENCES } from '@roundtable/contracts';
import { Config, DomainError, Public, RoundtableController } from '@roundtable/platform';
import type { Request, Response } from 'express';
import { LiveMetrics } from './live-metrics.js';
import { mayReadMetrics } from './metrics-door.js';

/** Shows an operator's Prometheus what the process measures. Logins mean nothing here: the caller is a program. */
@RoundtableController('api/metrics')
export class MetricsController {
  constructor(
    private readonly config: Config,
    private readonly metrics: LiveMetrics,
  ) {}

  /** `GET /api/metrics`: text for Prometheus, or 404 as if there were nothing here. */
  @Get()
  @Public()
  async read(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { headers, socket } = request;
    const caller = {
      address: socket.remoteAddress,
      authorization: headers.authorization,
      isForwarded: [headers['x-forwarded-for'], headers.forwarded, headers.via].some(Boolean),
    };
    if (!mayReadMetrics(caller, this.config.metricsToken))
      throw new DomainError('not_found', ERROR_SENTENCES.not_found);
    const { type, text } = await this.metrics.read();
    response.type(type).send(text);
  }
}
