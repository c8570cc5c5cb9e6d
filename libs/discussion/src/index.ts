export * from './discussion.module.js';
export * from './discussion.policy.js';
export * from './discussion.service.js';
export * from './message.entity.js';
export * from './reaction.entity.js';
export * from './read-mark.entity.js';
export * from './read-marks.module.js';
