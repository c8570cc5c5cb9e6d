export {
  BackupRefused,
  type BackupHeader,
  type BackupSummary,
  type TableEnd,
} from './backup/backup-format.js';
export { readBackup } from './backup/backup-reader.js';
export { restoreBackup, type RestoreOptions, type RestoreSummary } from './backup/restore-backup.js';
export { writeBackup, type BackupOptions } from './backup/write-backup.js';
export { AuditLog, type NotedAct } from './audit/audit-log.js';
export * from './data-source.js';
export * from './demanding-statement.js';
export * from './embedded-connection.js';
export * from './embedded-postgres.js';
export * from './migrate.js';
export * from './named-statement.js';
export { DataFolder } from './data-folder.js';
export * from './open-database.js';
export * from './persistence.module.js';
export * from './schema-drift.js';
export * from './search-check.js';
export * from './unit-of-work.js';
export { MIGRATIONS } from './migrations/index.js';
