import type { components } from './api';

type Schemas = components['schemas'];

export type Document = Schemas['Document'];
export type Field = Schemas['Field'];
export type FieldFault = Schemas['FieldFault'];
export type JobCreated = Schemas['JobCreated'];
export type JobStatus = Schemas['JobStatus'];
export type Line = Schemas['Log'];
export type Operator = Schemas['Operator'];
export type Operators = Schemas['Operators'];
export type Token = Schemas['Token'];

/** What changes while a job runs. */
export type JobState = Pick<JobStatus, 'status' | 'progress' | 'operadora'>;

/** What the WebSocket says. */
export type Notice =
  | { type: 'job_update'; data: JobState }
  | ({ type: 'log' } & Line)
  | { type: 'dropped' | 'error' | 'pong' };

export const hasEnded = ({ status }: JobState): boolean => status === 'COMPLETED' || status === 'FAILED';
