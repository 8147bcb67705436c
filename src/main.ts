import { enableCompileCache } from 'node:module';

// Before anything else is loaded: what was compiled at the last start need not be compiled again.
enableCompileCache();
await import('./start.ts');
