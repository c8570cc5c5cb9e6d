import type { LoginView, MeView } from '@roundtable/contracts';
import { Body, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { UnitOfWork } from '@roundtable/persistence';
import { Public, RoundtableController } from '@roundtable/platform';
import { ChangePasswordDto, PasswordLoginDto } from './dto/account.dto.js';
import { LoginsService } from './logins.service.js';
import { MeService } from './me.service.js';
import { PasswordChange } from './password-change.service.js';
import { PasswordCheck } from './password-check.service.js';
import { Visitor, type VisitorRequest, type VisitorResponse } from './visitor.js';

/** Signing in and out, by password. Everything here is about the caller themselves, so no permission is needed. */
@RoundtableController('api/v1')
export class LoginController {
  constructor(
    private readonly visitor: Visitor,
    private readonly me: MeService,
    private readonly passwords: PasswordCheck,
    private readonly passwordChange: PasswordChange,
    private readonly logins: LoginsService,
    private readonly work: UnitOfWork,
  ) {}

  @Public()
  @Get('me')
  async readMe(@Req() request: VisitorRequest): Promise<MeView> {
    return this.me.view(await this.visitor.identify(request));
  }

  @Public()
  @Post('login')
  @HttpCode(200)
  async signIn(
    @Body() body: PasswordLoginDto,
    @Req() request: VisitorRequest,
    @Res({ passthrough: true }) response: VisitorResponse,
  ): Promise<{ ok: true }> {
    const account = await this.passwords.demand(body, request.ip);
    const replaces = await this.visitor.identify(request);
    const opened = await this.work.inTransaction((tx) =>
      this.logins.open(tx, { account }, { request, replaces }),
    );
    this.logins.settle(opened, response, replaces);
    return { ok: true };
  }

  @Public()
  @Post('logout')
  @HttpCode(200)
  async signOut(
    @Req() request: VisitorRequest,
    @Res({ passthrough: true }) response: VisitorResponse,
  ): Promise<{ ok: true }> {
    await this.logins.close(await this.visitor.identify(request), response);
    return { ok: true };
  }

  @Public()
  @Get('logins')
  async listLogins(@Req() request: VisitorRequest): Promise<LoginView[]> {
    return this.logins.listOf(await this.visitor.demand(request));
  }

  @Public()
  @Delete('logins/:login')
  async endLogin(@Param('login') login: string, @Req() request: VisitorRequest): Promise<{ ok: true }> {
    await this.logins.endOwn(await this.visitor.demand(request), login);
    return { ok: true };
  }

  @Public()
  @Post('password')
  @HttpCode(200)
  async changePassword(
    @Body() body: ChangePasswordDto,
    @Req() request: VisitorRequest,
  ): Promise<{ ok: true }> {
    await this.passwordChange.change(await this.visitor.demand(request), body, request.ip);
    return { ok: true };
  }
}
