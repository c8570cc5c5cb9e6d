import { Injectable } from '@nestjs/common';

/** Makes the sample meeting once. */
@Injectable()
export class SampleMeeting {
  async describe(): Promise<string[]> {
    return [];
  }
}
