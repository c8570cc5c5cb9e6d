import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditLog } from './audit/audit-log.js';
import { UnitOfWork } from './unit-of-work.js';

/** Gives every module the connected data source and the unit of work. Who connects it also closes it. */
@Module({})
export class PersistenceModule {
  static forRoot(dataSource: DataSource): DynamicModule {
    return {
      module: PersistenceModule,
      global: true,
      providers: [{ provide: DataSource, useValue: dataSource }, UnitOfWork, AuditLog],
      exports: [DataSource, UnitOfWork, AuditLog],
    };
  }
}
