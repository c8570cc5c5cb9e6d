import type { RouteObject } from 'react-router';

/** One route for the room and for the permalink of an entry in it, so that following one does not leave the room. */
export const routes: RouteObject[] = [
  {
    path: '/m/:meeting/:room/:seq?',
    lazy: { Component: async () => (await import('./room-screen.js')).RoomScreen },
  },
];
