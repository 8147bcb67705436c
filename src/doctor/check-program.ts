import type { Engine } from '../build-stages.ts';
import { KnowledgeError } from '../knowledge/knowledge-error.ts';
import type { Check } from './check.ts';

const LEAST_NODE = 24;

/** The Node that runs this, and whether the knowledge files can be used. */
export function createCheckProgram(engine: () => Promise<Engine>): Check {
  return async ({ report }) => {
    const version = process.versions.node;
    const [major = 0] = version.split('.').map(Number);
    const node =
      major >= LEAST_NODE ? report.ok('node.new', { version }) : report.fault('node', { version });
    try {
      await engine();
      return [node, report.ok('knowledge')];
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error;
      const broken = error.faults.map(({ file, line, what, todo }) =>
        report.told('fault', 'knowledge', `${file}, line ${line}: ${what}.`, `${todo}.`),
      );
      return [node, ...broken];
    }
  };
}
