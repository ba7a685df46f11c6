import { addLog, updateUI } from '../screen';

const monitorJobWithWebSocket = (jobId: string) => {
  const ws = new WebSocket('ws://localhost:8000/ws/notifications');

  ws.onopen = () => {
    ws.send(JSON.stringify({
      action: 'subscribe',
      job_id: jobId,
    }));
  };

  ws.onmessage = (event) => {
    const data = JSON.parse(event.data);

    switch (data.type) {
      case 'job_update':
        console.log('Atualização:', data.data);
        // Atualizar UI com status e progresso
        updateUI(data.data);
        break;

      case 'log':
        console.log(`[${data.level}] ${data.message}`);
        // Adicionar log à interface
        addLog(data);
        break;

      default:
        console.log('Mensagem desconhecida:', data);
    }
  };

  ws.onerror = (error) => {
    console.error('Erro WebSocket:', error);
  };

  ws.onclose = () => {
    console.log('Conexão fechada. Tentando reconectar...');
    // Implementar reconexão
    setTimeout(() => monitorJobWithWebSocket(jobId), 5000);
  };
};

export { monitorJobWithWebSocket };
