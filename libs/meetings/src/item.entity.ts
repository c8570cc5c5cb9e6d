import type { ItemState } from '@roundtable/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** bigint columns come from Postgres as text unless somebody reads them as numbers. */
const asNumber = {
  to: (value: number | null) => value,
  from: (value: string | number | null) => (value === null ? null : Number(value)),
};

/** An agenda item of a meeting. Written by the projection alone. */
@Entity('meetings_items')
export class ItemEntity {
  @PrimaryColumn('uuid', { name: 'meeting_id' }) meetingId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: string | null;
  @Column('text') number: string;
  @Column('text') title: string;
  @Column('text') state: ItemState;
  @Column('integer', { name: 'sort_order' }) sortOrder: number;
  @Column('bigint', { name: 'allotted_ms', nullable: true, transformer: asNumber }) allottedMs: number | null;
  @Column({ type: 'timestamptz', name: 'opened_at', precision: 3, nullable: true }) openedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'closed_at', precision: 3, nullable: true }) closedAt: Date | null;
}
