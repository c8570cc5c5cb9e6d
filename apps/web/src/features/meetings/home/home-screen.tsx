import { Skeleton } from '../../../ui/skeleton.js';
import layout from '../../../ui/layout.module.css';
import { useMe } from '../../identity/use-me.js';
import { LoadProblem } from '../load-problem.js';
import { MeetingsOverview } from './meetings-overview.js';
import { Welcome } from './welcome.js';

/** What one finds at the front door: a welcome for strangers, the meetings for everybody else. */
export function HomeScreen() {
  const { me, problem, retry } = useMe();
  if (problem) return <LoadProblem problem={problem} onRetry={retry} />;
  if (!me) {
    return (
      <div className={layout.page}>
        <Skeleton lines={6} />
      </div>
    );
  }
  return me.login ? <MeetingsOverview me={me} /> : <Welcome />;
}
