/** What must still be so for a statement of another feature to take effect. */
export interface Demand {
  /** Short, and the same for the same SQL. */
  name: string;
  /** A query for one boolean, with `$1` and so on for its own values. It may lock what it reads. */
  sql: string;
  values: readonly unknown[];
}
