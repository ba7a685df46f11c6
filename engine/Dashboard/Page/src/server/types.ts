import type { components } from './api';

type Schemas = components['schemas'];

export type Deploy = Schemas['Deploy'];
export type Document = Schemas['Document'];
export type Entry = Schemas['LedgerEntry'];
export type FailedAccount = Schemas['FailedAccount'];
export type Field = Schemas['Field'];
export type FieldFault = Schemas['FieldFault'];
export type Gaps = Schemas['AccountGaps'];
export type JobCreated = Schemas['JobCreated'];
export type JobList = Schemas['JobList'];
export type JobStatus = Schemas['JobStatus'];
export type JobSummary = Schemas['JobSummary'];
export type Line = Schemas['Log'];
export type Node = Schemas['Node'];
export type Operator = Schemas['Operator'];
export type Operators = Schemas['Operators'];
export type OperatorStatistics = Schemas['OperatorStatistics'];
export type Statistics = Schemas['Statistics'];
export type Status = JobSummary['status'];
export type Token = Schemas['Token'];

export const hasEnded = ({ status }: { status: Status }): boolean => status === 'COMPLETED' || status === 'FAILED';
