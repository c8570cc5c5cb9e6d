import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import { AnnouncerProvider } from './announcer/announcer.js';
import { I18nProvider } from './i18n/i18n-provider.js';
import { queryClient } from './query-client.js';
import { router } from './router.js';
import { ShortcutHelp } from './shortcuts/shortcut-help.js';
import { ToastRegion } from './toasts/toast-region.js';

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <I18nProvider>
        <AnnouncerProvider>
          <RouterProvider router={router} />
          <ShortcutHelp />
          <ToastRegion />
        </AnnouncerProvider>
      </I18nProvider>
    </QueryClientProvider>
  );
}
