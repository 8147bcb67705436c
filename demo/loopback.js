// Preloaded into local-slack, which names no host and would listen on every interface.
const serve = Bun.serve.bind(Bun);
Bun.serve = (options) => serve({ hostname: '127.0.0.1', ...options });
