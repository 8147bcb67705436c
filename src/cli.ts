import { enableCompileCache } from 'node:module';

// Before anything else is loaded: what was compiled by the last call need not be compiled again.
enableCompileCache();
await import('./command-line.ts');
