import { jobsApi } from './api/jobs';

// Criar job
const createAndMonitorJob = async () => {
  try {
    // 1. Criar job
    const jobResponse = await jobsApi.createJob('OI', {
      login: 'usuario@empresa.com.br',
      senha: 'senha123',
      filtro: '12345678',
      cnpj: '12.345.678/0001-90',
      processo_id: 'b4148f5f-e820-408a-b623-8f1ba3fd2578', // Opcional
    });

    console.log('Job criado:', jobResponse.job_id);

    // 2. Monitorar status (polling)
    const pollStatus = async () => {
      const status = await jobsApi.getJobStatus(jobResponse.job_id);
      
      console.log(`Status: ${status.status}, Progresso: ${status.progress}%`);

      if (status.status === 'COMPLETED') {
        console.log('Job concluído! Resultado:', status.result);
        return;
      }

      if (status.status === 'FAILED') {
        console.error('Job falhou:', status.error);
        return;
      }

      // Continuar polling
      setTimeout(pollStatus, 5000);
    };

    // Iniciar polling após 2 segundos
    setTimeout(pollStatus, 2000);
  } catch (error) {
    console.error('Erro ao criar job:', error);
  }
};

export { createAndMonitorJob };
