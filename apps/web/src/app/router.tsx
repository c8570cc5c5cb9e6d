import { createBrowserRouter, type RouteObject } from 'react-router';
import { ErrorScreen } from './error-screen.js';
import { bareFeatureRoutes, featureRoutes } from './features.js';
import { LoadingScreen } from './loading-screen.js';
import { NotFound } from './not-found.js';
import { AppShell } from './shell/app-shell.js';
import { ControlsRouter } from './shell/controls-router.js';

const galleryRoutes: RouteObject[] = import.meta.env.DEV
  ? [{ path: '/_ui', lazy: { Component: async () => (await import('../ui/gallery/gallery.js')).Gallery } }]
  : [];

/** All addresses of the application. A screen that breaks is replaced alone; the bar stays usable. */
export const router = createBrowserRouter([
  {
    Component: ControlsRouter,
    ErrorBoundary: ErrorScreen,
    HydrateFallback: LoadingScreen,
    children: [
      {
        Component: AppShell,
        children: [
          {
            ErrorBoundary: ErrorScreen,
            children: [...featureRoutes, ...galleryRoutes, { path: '*', Component: NotFound }],
          },
        ],
      },
      { ErrorBoundary: ErrorScreen, children: bareFeatureRoutes },
    ],
  },
]);
