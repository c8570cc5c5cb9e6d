import { Get, Res } from '@nestjs/common';
import type { HealthView } from '@roundtable/contracts';
import { Public, RoundtableController } from '@roundtable/platform';
import type { Response } from 'express';
import { HealthService } from './health.service.js';

/** Tells operators, proxies and orchestrators how the process is. */
@RoundtableController('api/health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  /** 200 when ready, else 503; each part with its state. */
  @Get()
  @Public()
  async ready(@Res({ passthrough: true }) response: Response): Promise<HealthView> {
    const view = await this.health.check();
    response.status(view.ready ? 200 : 503);
    return view;
  }

  /** 200 as long as the process answers at all. */
  @Get('live')
  @Public()
  live(): { live: true } {
    return { live: true };
  }
}
