import { Injectable } from '@nestjs/common';
import type { HealthView } from '@roundtable/contracts';
import { GracefulStop, Nudges } from '@roundtable/realtime';
import { DataSource } from 'typeorm';

type Part = HealthView['parts'][string];
const ANSWER_WITHIN_MS = 2_000;

/** Asks each part of the installation whether it works. */
@Injectable()
export class HealthService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly nudges: Nudges,
    private readonly stop: GracefulStop,
  ) {}

  async check(): Promise<HealthView> {
    const [database, migrations, redis] = await Promise.all([
      tryPart(() => this.dataSource.query('SELECT 1')),
      tryPart(() => this.assertMigrated()),
      this.checkNudges(),
    ]);
    // Without Redis nudges are late, not lost: the node still serves, so it stays ready.
    // A process that stops finishes what it has; the next requests belong elsewhere.
    const ready = database.state === 'up' && migrations.state === 'up' && !this.stop.isStopping;
    return {
      live: true,
      ready,
      version: process.env['npm_package_version'] ?? '0.1.0',
      parts: { database, migrations, redis },
    };
  }

  private async assertMigrated(): Promise<void> {
    const rows: { name: string }[] = await this.dataSource.query('SELECT name FROM migrations');
    const done = new Set(rows.map((row) => row.name));
    const isBehind = this.dataSource.migrations.some(({ name }) => name !== undefined && !done.has(name));
    if (isBehind) throw new Error('migrations are missing');
  }

  private async checkNudges(): Promise<Part> {
    const state = await this.nudges.check();
    return state === 'off' ? OFF : { state };
  }
}

const OFF: Part = { state: 'off', detail: 'not configured' };

/** Details of a failure may name hosts and users, and this page is open to everybody: only the state is told. */
async function tryPart(probe: () => Promise<unknown>): Promise<Part> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), ANSWER_WITHIN_MS);
  });
  try {
    await Promise.race([probe(), tooLate]);
    return { state: 'up' };
  } catch {
    return { state: 'down' };
  } finally {
    clearTimeout(timer);
  }
}
