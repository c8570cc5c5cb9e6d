import type { SetupView } from '@roundtable/contracts';
import { Body, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { UnitOfWork } from '@roundtable/persistence';
import { Public, RoundtableController } from '@roundtable/platform';
import { AttemptLimits } from './attempt-limits.js';
import { SetupDto } from './dto/account.dto.js';
import { LinkError } from './identity.errors.js';
import { LoginsService } from './logins.service.js';
import { SetupService } from './setup.service.js';
import { Visitor, type VisitorRequest, type VisitorResponse } from './visitor.js';

/** The page behind a one-time set-up link: who holds the link is who it was made for. */
@RoundtableController('api/v1/setup')
export class SetupController {
  constructor(
    private readonly setup: SetupService,
    private readonly limits: AttemptLimits,
    private readonly logins: LoginsService,
    private readonly visitor: Visitor,
    private readonly work: UnitOfWork,
  ) {}

  @Public()
  @Get(':token')
  view(@Param('token') token: string, @Req() request: VisitorRequest): Promise<SetupView> {
    return this.guarded(request, () => this.setup.view(token));
  }

  /** Uses the link up and signs the browser in. */
  @Public()
  @Post(':token')
  @HttpCode(200)
  async use(
    @Param('token') token: string,
    @Body() body: SetupDto,
    @Req() request: VisitorRequest,
    @Res({ passthrough: true }) response: VisitorResponse,
  ): Promise<{ ok: true }> {
    const account = await this.guarded(request, () => this.setup.use(token, body));
    const replaces = await this.visitor.identify(request);
    const opened = await this.work.inTransaction((tx) =>
      this.logins.open(tx, { account }, { request, replaces }),
    );
    this.logins.settle(opened, response, replaces);
    return { ok: true };
  }

  private async guarded<T>(request: VisitorRequest, work: () => Promise<T>): Promise<T> {
    await this.limits.demand('setup', request.ip);
    try {
      return await work();
    } catch (error) {
      if (error instanceof LinkError) await this.limits.count('setup', request.ip);
      throw error;
    }
  }
}
