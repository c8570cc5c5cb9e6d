export * from './append-command.js';
export * from './feature-ports.js';
