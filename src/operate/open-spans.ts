import type { OtlpOptions } from './otlp-spans.ts';
import { NO_SPANS, type Spans } from './spans.ts';

const SERVICE = 'impasse';

/**
 * Spans as the standard OpenTelemetry variables ask for, or none. The library is loaded only when an
 * endpoint is named (`OTEL_EXPORTER_OTLP_ENDPOINT` or `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT`) and
 * `OTEL_SDK_DISABLED` is not `true`.
 */
export async function openSpans(
  env: Readonly<Record<string, string | undefined>>,
  options: Pick<OtlpOptions, 'version' | 'codeOf'>,
): Promise<Spans> {
  const endpoint = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || env.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (!endpoint || env.OTEL_SDK_DISABLED === 'true') return NO_SPANS;
  const { openOtlpSpans } = await import('./otlp-spans.ts');
  return openOtlpSpans({ ...options, service: env.OTEL_SERVICE_NAME || SERVICE });
}
