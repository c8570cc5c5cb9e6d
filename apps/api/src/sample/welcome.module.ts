import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { SetupService } from '@roundtable/identity';
import { Config, StartAnnouncements } from '@roundtable/platform';
import { RecordModule } from '@roundtable/record';
import { SampleFounding } from './sample-founding.js';
import { SampleMeeting } from './sample-meeting.js';

/** Tells the person at the terminal how to get in: the first administrator's link, and those of the sample meeting. */
@Module({ imports: [RecordModule], providers: [SampleFounding, SampleMeeting] })
export class WelcomeModule implements OnApplicationBootstrap {
  constructor(
    private readonly setup: SetupService,
    private readonly sample: SampleMeeting,
    private readonly announcements: StartAnnouncements,
    private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.wantsSample) this.announcements.add(...(await this.sample.describe()));
    const link = await this.setup.firstAdministratorLink();
    if (link !== null)
      this.announcements.add(
        '',
        'Nobody administers this installation yet. Set up the first account:',
        `  ${link}`,
      );
  }
}
