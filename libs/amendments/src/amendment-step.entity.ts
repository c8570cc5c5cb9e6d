import { Entity, PrimaryColumn } from 'typeorm';

/** An entry that changed an amendment; who, when and why stand there. */
@Entity('amendments_steps')
export class AmendmentStepEntity {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;

  @PrimaryColumn('uuid', { name: 'amendment_id' })
  amendmentId: string;

  @PrimaryColumn('bigint', { transformer: { from: Number, to: (value: unknown) => value } })
  seq: number;
}
