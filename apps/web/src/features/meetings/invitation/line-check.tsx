import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useFormats } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Progress } from '../../../ui/progress.js';
import styles from './line-check.module.css';
import { browserProbes, testLine, type LineResult } from './line-test.js';
import { messages } from './messages.js';

const looks = {
  good: { Icon: CircleCheck, words: 'lineGood' },
  slow: { Icon: TriangleAlert, words: 'lineSlow' },
  blocked: { Icon: TriangleAlert, words: 'lineBlocked' },
  none: { Icon: CircleX, words: 'lineNone' },
} as const;

/** Tests the connection as soon as it shows, says how it is, and what helps. */
export function LineCheck() {
  const t = useMessages(messages);
  const { formatNumber } = useFormats();
  const [attempt, setAttempt] = useState(0);
  const [result, setResult] = useState<LineResult | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setResult(null);
    void testLine(browserProbes()).then((found) => isCurrent && setResult(found));
    return () => {
      isCurrent = false;
    };
  }, [attempt]);

  if (!result) return <Progress label={t('lineTesting')} />;
  const { Icon, words } = looks[result.verdict];
  const ms = 'latencyMs' in result ? formatNumber(result.latencyMs) : '';
  return (
    <div className={styles.result} data-verdict={result.verdict} role="status">
      <Icon size={18} aria-hidden className={styles.icon} />
      <p>{t(words, { ms, host: window.location.host })}</p>
      <Button variant="quiet" size="small" onPress={() => setAttempt(attempt + 1)}>
        {t('lineAgain')}
      </Button>
    </div>
  );
}
