import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: '/login', lazy: { Component: async () => (await import('./login-screen.js')).LoginScreen } },
  { path: '/setup/:token', lazy: { Component: async () => (await import('./setup-screen.js')).SetupScreen } },
  { path: '/logins', lazy: { Component: async () => (await import('./logins-screen.js')).LoginsScreen } },
  {
    path: '/accounts',
    lazy: { Component: async () => (await import('./accounts-screen.js')).AccountsScreen },
  },
];
