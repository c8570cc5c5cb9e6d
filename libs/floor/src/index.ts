export * from './floor-follower.js';
export * from './floor-request.entity.js';
export * from './floor.module.js';
export * from './floor.policy.js';
export * from './floor.service.js';
