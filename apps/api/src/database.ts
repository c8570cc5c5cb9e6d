import type { DataSourceSettings } from '@roundtable/persistence';
import { RecordEntryEntity, RecordLogEntity } from '@roundtable/record';
export { MIGRATIONS } from '@roundtable/persistence';

/** Every entity of the product, by feature. */
export const ENTITIES: DataSourceSettings['entities'] = [RecordLogEntity, RecordEntryEntity];
