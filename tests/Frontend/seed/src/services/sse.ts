const eventSource = new EventSource('http://localhost:8000/events/logs');

eventSource.onmessage = (event) => {
  const data = JSON.parse(event.data);
  
  if (data.type === 'log') {
    console.log(`[${data.level}] ${data.operadora}: ${data.message}`);
    // Atualizar UI com log
  } else if (data.type === 'system_status') {
    console.log(`Status: ${data.jobs_active} ativos`);
    // Atualizar dashboard
  }
};

eventSource.onerror = (error) => {
  console.error('Erro na conexão SSE:', error);
  // Implementar reconexão
};

export { eventSource };
