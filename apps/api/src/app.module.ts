import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { PersistenceModule } from '@roundtable/persistence';
import { HttpErrorFilter, PlatformModule, type PlatformParts } from '@roundtable/platform';
import type { DataSource } from 'typeorm';
import { FEATURES } from './features.js';

/** What the application is put together from. */
export interface AppParts extends PlatformParts {
  dataSource: DataSource;
  /** Modules beside the features; none unless told. */
  entrance?: (Type | DynamicModule)[];
}

/** Composition and nothing else: the platform, the database and the features. */
@Module({})
export class AppModule {
  static compose({ dataSource, entrance = [], ...platform }: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(platform),
        PersistenceModule.forRoot(dataSource),
        ...FEATURES,
        ...entrance,
      ],
      providers: [{ provide: APP_FILTER, useClass: HttpErrorFilter }],
    };
  }
}
