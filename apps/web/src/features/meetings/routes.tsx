import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: '/', lazy: { Component: async () => (await import('./home/home-screen.js')).HomeScreen } },
  {
    path: '/meetings/new',
    lazy: { Component: async () => (await import('./form/new-meeting-screen.js')).NewMeetingScreen },
  },
  {
    path: '/m/:meeting',
    lazy: { Component: async () => (await import('./workbench/meeting-screen.js')).MeetingScreen },
  },
  {
    path: '/m/:meeting/edit',
    lazy: { Component: async () => (await import('./form/edit-meeting-screen.js')).EditMeetingScreen },
  },
  {
    path: '/m/:meeting/acts',
    lazy: { Component: async () => (await import('./acts/acts-screen.js')).ActsScreen },
  },
  {
    path: '/acts',
    lazy: { Component: async () => (await import('./acts/account-acts-screen.js')).AccountActsScreen },
  },
  {
    path: '/m/:meeting/people-from-file',
    lazy: { Component: async () => (await import('./people-file/people-file-screen.js')).PeopleFileScreen },
  },
  {
    path: '/join/:token',
    lazy: { Component: async () => (await import('./invitation/join-screen.js')).JoinScreen },
  },
  {
    path: '/m/:meeting/lobby',
    lazy: { Component: async () => (await import('./invitation/lobby-screen.js')).LobbyScreen },
  },
  {
    path: '/m/:meeting/closed',
    lazy: { Component: async () => (await import('./invitation/closed-screen.js')).ClosedScreen },
  },
];
