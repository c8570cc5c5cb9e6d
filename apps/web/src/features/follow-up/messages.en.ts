export const en = {
  eventBegun: 'Proposal {number} is being followed up',
  eventChanged: 'The follow-up of proposal {number} was changed: who is responsible, or its days',
  eventReported: '{name} on the follow-up of proposal {number}: {state}, {progress} %',
  planned: 'planned',
  under_way: 'under way',
  done: 'done',
  delayed: 'delayed',
  dropped: 'dropped',
  unnamed: 'Somebody',
} as const;
