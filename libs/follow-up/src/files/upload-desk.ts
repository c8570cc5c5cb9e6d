import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Turnstile } from '@roundtable/platform';
import { from, lastValueFrom, type Observable } from 'rxjs';

/** Lets few uploads be read at once, for each is held in memory whole until its content is judged. */
@Injectable()
export class UploadDesk implements NestInterceptor {
  private readonly desks = new Turnstile({ atOnce: 4, waiting: 20, waitMs: 30_000 });

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return from(this.desks.run(() => lastValueFrom(next.handle())));
  }
}
