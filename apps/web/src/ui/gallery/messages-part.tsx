import { ApiError } from '../../app/api-error.js';
import { Banner } from '../banner.js';
import { Button } from '../button.js';
import { EmptyState } from '../empty-state.js';
import { FormError } from '../form-error.js';
import { Progress } from '../progress.js';
import { Skeleton } from '../skeleton.js';
import { Part } from './part.js';

const refusal = new ApiError({
  code: 'invalid',
  message: 'Too long.',
  status: 400,
  data: { field: 'title' },
});

export function MessagesPart() {
  return (
    <Part title="States">
      <Banner action={<Button size="small">Read it</Button>} onDismiss={() => {}}>
        The meeting opens in ten minutes.
      </Banner>
      <Banner tone="warn">The line is lost. What you write is kept and sent when it returns.</Banner>
      <FormError problem={refusal} fields={{ title: 'Title' }} />
      <FormError problem={{ code: 'rate_limited' }} />
      <Progress label="Uploading" value={0.4} />
      <Progress label="Loading" />
      <Skeleton lines={4} />
      <EmptyState title="No proposals yet" level={3} action={<Button>Capture the first</Button>}>
        Select words in the record and press P. The proposal keeps who said them, and when.
      </EmptyState>
    </Part>
  );
}
