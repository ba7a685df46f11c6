// Reads an OpenAPI document from the file that is named, and prints what breaks a rule; ends with 1 if anything does.
import { createConfig, lint } from '@redocly/openapi-core';

const config = await createConfig({
  extends: ['recommended-strict'],
  rules: {
    // Everyone may ask for the health and for the document itself, so neither refuses anyone.
    'operation-4xx-response': 'off',
    // What becomes a WebSocket answers 101.
    'operation-2xx-response': 'off',
  },
});
const problems = await lint({ ref: process.argv[2], config });
for (const { ruleId, message, location } of problems) console.log(`${ruleId}: ${message} at ${location?.[0]?.pointer ?? ''}`);
process.exitCode = problems.length > 0 ? 1 : 0;
