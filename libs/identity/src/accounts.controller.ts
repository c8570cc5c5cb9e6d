import type { AccountSetupLink, AccountView } from '@roundtable/contracts';
import { Body, Get, Param, Patch, Post } from '@nestjs/common';
import { isId, Requires, RoundtableController } from '@roundtable/platform';
import { AccountsService } from './accounts.service.js';
import { ChangeAccountDto, CreateAccountDto } from './dto/account.dto.js';
import { AccountError } from './identity.errors.js';

/** Administration of the people with an account. */
@RoundtableController('api/v1/accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Requires('accounts.manage')
  @Get()
  list(): Promise<AccountView[]> {
    return this.accounts.list();
  }

  @Requires('accounts.manage')
  @Post()
  create(@Body() body: CreateAccountDto): Promise<AccountSetupLink> {
    return this.accounts.create(body);
  }

  @Requires('accounts.manage')
  @Patch(':account')
  change(@Param('account') account: string, @Body() body: ChangeAccountDto): Promise<AccountView> {
    return this.accounts.change(demandId(account), body);
  }

  @Requires('accounts.manage')
  @Post(':account/setup-link')
  renewLink(@Param('account') account: string): Promise<AccountSetupLink> {
    return this.accounts.renewLink(demandId(account));
  }
}

function demandId(id: string): string {
  if (!isId(id)) throw new AccountError('not_found');
  return id;
}
