import { Global, Module } from '@nestjs/common';
import { Authorizer } from '@roundtable/platform';
import { PolicyAuthorizer } from './policy-authorizer.js';

/** Gives the access guard of every module its Authorizer. */
@Global()
@Module({ providers: [{ provide: Authorizer, useClass: PolicyAuthorizer }], exports: [Authorizer] })
export class AccessModule {}
