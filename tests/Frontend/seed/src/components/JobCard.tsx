import { useEffect } from 'react';
import type { JobStatusResponse } from '../types/api';

// src/components/JobCard.tsx
import React from 'react';
import { useJob } from '../hooks/useJob';

interface JobCardProps {
  jobId: string;
  onComplete?: (job: JobStatusResponse) => void;
}

export const JobCard: React.FC<JobCardProps> = ({ jobId, onComplete }) => {
  const { job, loading, error } = useJob(jobId);

  useEffect(() => {
    if (job && (job.status === 'COMPLETED' || job.status === 'FAILED')) {
      onComplete?.(job);
    }
  }, [job, onComplete]);

  if (loading) return <div>Carregando...</div>;
  if (error) return <div>Erro: {error.message}</div>;
  if (!job) return null;

  return (
    <div className="job-card">
      <h3>Job: {job.operadora}</h3>
      <div className="status">Status: {job.status}</div>
      <div className="progress">
        <div className="progress-bar" style={{ width: `${job.progress}%` }} />
        <span>{job.progress}%</span>
      </div>
      {job.error && <div className="error">{job.error}</div>}
      {job.result && <div className="result">Resultado: {job.result}</div>}
      <div className="logs">
        {job.logs.map((log, index) => (
          <div key={index} className="log">
            [{log.timestamp}] {log.message}
          </div>
        ))}
      </div>
    </div>
  );
};
