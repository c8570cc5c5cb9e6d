import type { DataSourceSettings } from '@roundtable/persistence';
export { MIGRATIONS } from '@roundtable/persistence';

/** Every entity of the product, by feature. */
export const ENTITIES: DataSourceSettings['entities'] = [];
