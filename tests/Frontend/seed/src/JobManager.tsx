import React, { useState } from 'react';
import { jobsApi } from './api/jobs';
import { JobCard } from './components/JobCard';

export const JobManager: React.FC = () => {
  const [jobId, setJobId] = useState<string | null>(null);
  const [loading, setLoading] = useState(false);

  const handleCreateJob = async () => {
    try {
      setLoading(true);
      const response = await jobsApi.createJob('OI', {
        login: 'usuario@empresa.com.br',
        senha: 'senha123',
        filtro: '12345678',
        cnpj: '12.345.678/0001-90',
        processo_id: 'b4148f5f-e820-408a-b623-8f1ba3fd2578',
      });
      setJobId(response.job_id);
    } catch (error) {
      console.error('Erro ao criar job:', error);
    } finally {
      setLoading(false);
    }
  };

  return (
    <div>
      <button onClick={handleCreateJob} disabled={loading}>
        {loading ? 'Criando...' : 'Criar Job'}
      </button>
      {jobId && <JobCard jobId={jobId} />}
    </div>
  );
};
