import { Suspense, useRef } from 'react';
import { Link, Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { Progress } from '../../ui/progress.js';
import { useMessages } from '../i18n/use-messages.js';
import { messages } from '../messages.js';
import { shellParts } from '../features.js';
import { DisplayMenu } from './display-menu.js';
import { ShellSlotPlace, ShellSlotsProvider } from './shell-slot.js';
import { useFocusOnNavigation } from './use-focus-on-navigation.js';
import styles from './app-shell.module.css';

/** The quiet bar above every screen and the place where screens show. */
export function AppShell() {
  const t = useMessages(messages);
  const { state } = useNavigation();
  const main = useRef<HTMLElement>(null);
  useFocusOnNavigation(main);
  return (
    <ShellSlotsProvider>
      <a className={styles.skip} href="#main">
        {t('skip')}
      </a>
      <header className={styles.bar}>
        <Link className={styles.wordmark} to="/" aria-label={t('home')}>
          <img className={styles.mark} src="/favicon.svg" alt="" width="22" height="22" />
          <span className={styles.word}>{t('wordmark')}</span>
        </Link>
        <ShellSlotPlace name="title" className={styles.title} />
        <ShellSlotPlace name="status" className={styles.status} />
        <ShellSlotPlace name="actions" className={styles.actions} />
        <DisplayMenu />
        <ShellSlotPlace name="account" className={styles.account} />
        {state !== 'idle' && <Progress className={styles.loading} label={t('loading')} />}
      </header>
      <main ref={main} id="main" className={styles.main} tabIndex={-1}>
        <Suspense fallback={<Progress label={t('loading')} />}>
          <Outlet />
        </Suspense>
      </main>
      {shellParts.map((Part, index) => (
        <Part key={index} />
      ))}
      <ScrollRestoration />
    </ShellSlotsProvider>
  );
}
