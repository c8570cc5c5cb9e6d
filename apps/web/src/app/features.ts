import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

interface FeatureRoutes {
  /** Screens inside the shell. */
  routes?: RouteObject[];
  /** Screens without the top bar, such as the hall display. */
  bareRoutes?: RouteObject[];
}

// A feature registers itself by having these files, so that deleting its folder deletes it.
const routeFiles = import.meta.glob<FeatureRoutes>('../features/*/routes.tsx', { eager: true });
const shellFiles = import.meta.glob<{ ShellPart: ComponentType }>('../features/*/shell.tsx', { eager: true });

export const featureRoutes: RouteObject[] = Object.values(routeFiles).flatMap(({ routes = [] }) => routes);
export const bareFeatureRoutes: RouteObject[] = Object.values(routeFiles).flatMap(
  ({ bareRoutes = [] }) => bareRoutes,
);
/** What features keep mounted in the shell on every screen, such as the account menu. */
export const shellParts: ComponentType[] = Object.values(shellFiles).map(({ ShellPart }) => ShellPart);
