import type { DataSource, EntityMetadata } from 'typeorm';

interface ColumnShape {
  type: string;
  isNullable: boolean;
}

type TableShapes = Map<string, Map<string, ColumnShape>>;

/**
 * Compares what the entities say with what the migrations made: columns, types and nullability, both ways.
 * Tables without an entity are not reported; they may belong to raw SQL. Returns one sentence for each difference.
 */
export async function findSchemaDrift(dataSource: DataSource): Promise<string[]> {
  const actual = await readTables(dataSource);
  return dataSource.entityMetadatas.flatMap((entity) =>
    compareEntity(dataSource, entity, actual.get(entity.tableName)),
  );
}

function compareEntity(
  dataSource: DataSource,
  entity: EntityMetadata,
  table?: Map<string, ColumnShape>,
): string[] {
  if (!table) return [`The entity ${entity.name} has no table ${entity.tableName}.`];
  const declared = declareColumns(dataSource, entity);
  const missing = [...declared].flatMap(([name, shape]) =>
    compareColumn(`${entity.tableName}.${name}`, shape, table.get(name)),
  );
  const unknown = [...table.keys()]
    .filter((name) => !declared.has(name))
    .map((name) => `The column ${entity.tableName}.${name} is not in the entity ${entity.name}.`);
  return [...missing, ...unknown];
}

function compareColumn(name: string, declared: ColumnShape, actual?: ColumnShape): string[] {
  if (!actual) return [`The column ${name} of the entity is not in the database.`];
  const differences: string[] = [];
  if (declared.type !== actual.type) {
    differences.push(
      `The column ${name} is ${actual.type} in the database and ${declared.type} in the entity.`,
    );
  }
  if (declared.isNullable !== actual.isNullable) {
    differences.push(
      `The column ${name} ${actual.isNullable ? 'may be' : 'is never'} null in the database, unlike in the entity.`,
    );
  }
  return differences;
}

function declareColumns(dataSource: DataSource, entity: EntityMetadata): Map<string, ColumnShape> {
  return new Map(
    entity.columns.map((column) => {
      const type = dataSource.driver.normalizeType(column);
      const shape = { type: column.isArray ? `${type}[]` : type, isNullable: column.isNullable };
      return [column.databaseName, shape];
    }),
  );
}

async function readTables(dataSource: DataSource): Promise<TableShapes> {
  const rows = await dataSource.query<({ table: string; column: string } & ColumnShape)[]>(`
    SELECT c.relname AS "table", a.attname AS "column", format_type(a.atttypid, NULL) AS "type", NOT a.attnotnull AS "isNullable"
    FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
  `);
  const tables: TableShapes = new Map();
  for (const { table, column, type, isNullable } of rows) {
    const columns = tables.get(table) ?? new Map<string, ColumnShape>();
    tables.set(table, columns.set(column, { type, isNullable }));
  }
  return tables;
}
