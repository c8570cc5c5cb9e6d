import { describe, expect, it } from '@jest/globals';
import { Controller, Get, type Provider, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { AccessAudit } from './access-audit.js';
import { Authorizer } from './authorizer.js';
import { Config } from './config.js';
import { RoundtableController } from './controller.decorator.js';
import { createLogger, JsonLogger } from './logging.js';
import { PlatformModule } from './platform.module.js';
import { Public, Requires } from './requires.decorator.js';
import { ServerSecret } from './secret.js';

@RoundtableController('whole')
class WholeController {
  @Requires('room.read')
  @Get()
  read(): void {}

  @Public()
  @Get('greeting')
  greet(): void {}
}

@RoundtableController('forgetful')
class ForgetfulController {
  @Public()
  @Get()
  greet(): void {}

  @Get('secrets')
  read(): void {}
}

@Controller('unguarded')
class UnguardedController {
  @Requires('room.read')
  @Get()
  read(): void {}
}

@WebSocketGateway()
class BareGateway {
  @SubscribeMessage('record.leave')
  leave(): void {}
}

describe('the access audit', () => {
  it('names every handler without a permission and every one without the guard, and no other', async () => {
    const audit = await auditOf([WholeController, ForgetfulController, UnguardedController], [BareGateway]);
    expect(() => audit.assertComplete()).toThrow(
      /open or unguarded: ForgetfulController\.read, UnguardedController\.read, BareGateway\.leave\. Give each/,
    );
  });

  it('lists who may call which handler where nothing is missing', async () => {
    const audit = await auditOf([WholeController], []);
    expect(audit.assertComplete()).toEqual([
      {
        handler: 'WholeController.read',
        transport: 'http',
        rule: { kind: 'requires', permission: 'room.read' },
      },
      { handler: 'WholeController.greet', transport: 'http', rule: { kind: 'public' } },
    ]);
  });
});

async function auditOf(controllers: Type[], gateways: Provider[]): Promise<AccessAudit> {
  const platform = PlatformModule.forRoot({
    config: new Config(),
    logger: new JsonLogger(createLogger('silent')),
    secret: ServerSecret.fromText('a secret of thirty-two characters'),
  });
  const authorizer = { provide: Authorizer, useValue: { authorize: () => Promise.resolve() } };
  const module = await Test.createTestingModule({
    imports: [platform],
    controllers,
    providers: [authorizer, ...gateways],
  }).compile();
  return module.get(AccessAudit);
}
