import { useState } from 'react';
import { ActId } from './act-id.js';

/** The ids of one form, as long as it shows. */
export function useActId(): ActId {
  return useState(() => new ActId())[0];
}
