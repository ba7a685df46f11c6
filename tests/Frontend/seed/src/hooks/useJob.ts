// src/hooks/useJob.ts
import { useState, useEffect } from 'react';
import { jobsApi } from '../api/jobs';
import type { JobStatusResponse } from '../types/api';

export function useJob(jobId: string | null) {
  const [job, setJob] = useState<JobStatusResponse | null>(null);
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<Error | null>(null);

  useEffect(() => {
    if (!jobId) return;

    let interval: NodeJS.Timeout;

    const fetchStatus = async () => {
      try {
        setLoading(true);
        const status = await jobsApi.getJobStatus(jobId);
        setJob(status);
        setError(null);

        // Parar polling se job concluído
        if (status.status === 'COMPLETED' || status.status === 'FAILED') {
          clearInterval(interval);
        }
      } catch (err) {
        setError(err as Error);
      } finally {
        setLoading(false);
      }
    };

    // Poll inicial
    fetchStatus();

    // Poll a cada 5 segundos
    interval = setInterval(fetchStatus, 5000);

    return () => {
      clearInterval(interval);
    };
  }, [jobId]);

  return { job, loading, error };
}
