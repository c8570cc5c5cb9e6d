import type { DynamicModule, Type } from '@nestjs/common';
import { AccessModule } from './access.module.js';
import { HealthModule } from './health/health.module.js';

/** Every module the server is made of, in the order of the map: what a module needs stands above it. */
export const FEATURES: (Type | DynamicModule)[] = [AccessModule, HealthModule];
