interface AutomacaoPayload {
  login: string;              // Email ou usuário para login
  senha: string;              // Senha para autenticação
  filtro: string;             // Filtro ou código de identificação
  cnpj: string;               // CNPJ (com ou sem formatação)
  processo_id?: string;       // UUID do processo (opcional)
}

interface AutomacaoPayloadSat {
  cnpj: string;               // CNPJ da empresa
  razao: string;              // Razão social
  operadora: string;          // Nome da operadora
  nome_filtro: string;        // Nome do filtro SAT
  unidade: string;            // Unidade ou filial
  servico: string;            // Tipo de serviço
  dados_sat: string;          // Dados específicos do SAT
  nome_arquivo: string;       // Nome do arquivo a ser processado
  data_vencimento: string;    // Formato: "DD/MM/YYYY"
}

interface JobResponse {
  job_id: string;              // UUID do job
  status: "PENDING";           // Status inicial
  message: string;             // Mensagem descritiva
  status_url: string;          // URL para consultar status
}

interface JobStatusResponse {
  job_id: string;
  operadora: string;
  status: "PENDING" | "RUNNING" | "COMPLETED" | "FAILED";
  progress: number;            // 0-100
  result?: string | null;      // Caminho do arquivo (se concluído)
  error?: string | null;       // Mensagem de erro (se falhou)
  created_at: string;          // ISO 8601
  started_at?: string | null;  // ISO 8601
  completed_at?: string | null; // ISO 8601
  logs: Array<{
    timestamp: string;         // ISO 8601
    message: string;
  }>;
}

interface HealthResponse {
  status: "healthy" | "unhealthy";
  message: string;
  jobs_pending: number;
  jobs_active: number;
}

export type { AutomacaoPayload, AutomacaoPayloadSat, JobResponse, JobStatusResponse, HealthResponse };
