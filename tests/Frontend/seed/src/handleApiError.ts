import { showNotification, showValidationErrors } from './screen';

// Wrapper para tratar erros
const handleApiError = (error: any) => {
  if (error.response) {
    // Erro da API
    switch (error.response.status) {
      case 401:
        // Token inválido
        localStorage.removeItem('jwt_token');
        window.location.href = '/login';
        break;
      case 404:
        // Recurso não encontrado
        showNotification('Job não encontrado', 'error');
        break;
      case 422:
        // Erro de validação
        const errors = error.response.data.detail;
        showValidationErrors(errors);
        break;
      case 500:
        // Erro interno
        showNotification('Erro interno do servidor. Tente novamente.', 'error');
        break;
      default:
        showNotification('Erro desconhecido', 'error');
    }
  } else if (error.request) {
    // Erro de rede
    showNotification('Erro de conexão. Verifique sua internet.', 'error');
  } else {
    // Erro desconhecido
    showNotification('Erro inesperado', 'error');
  }
};

export { handleApiError };
