import React from 'react';
import { createRoot } from 'react-dom/client';
import { jobsApi } from './api/jobs';
import { createAndMonitorJob } from './createAndMonitorJob';
import { handleApiError } from './handleApiError';
import { JobManager } from './JobManager';
import { monitorJobWithWebSocket } from './services/websocket';

// In the reach of a test, which types at the page's console.
Object.assign(window, {
  jobsApi,
  createAndMonitorJob,
  handleApiError,
  monitorJobWithWebSocket,
  openEventSource: () => import('./services/sse'),
  showJobManager: () => createRoot(document.querySelector('main')!).render(<JobManager />),
});
