import type { JsonSchema } from '../openapi/api-types.ts';
import { sampleValue } from '../openapi/sample-value.ts';
import type { PlacedOperation } from './placed-operation.ts';

/** A call of an operation for a shell, of its example. Pure. */
export function curlOf(
  { method, path, operation }: PlacedOperation,
  schemas: Record<string, JsonSchema>,
): string {
  const { parameters = [], requestBody, security } = operation;
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const schema = parameters.find((one) => one.in === 'path' && one.name === name)?.schema ?? {};
    return encodeURIComponent(String(sampleValue(schema, schemas)));
  });
  const media = requestBody?.content['application/json'];
  const body = media && (media.example ?? sampleValue(media.schema ?? {}, schemas));
  const isMcp = path === '/mcp';
  return [
    `curl ${quoted(`http://localhost:8787${address}`)}`,
    ...(method === 'get' || body !== undefined ? [] : [`-X ${method.toUpperCase()}`]),
    ...(security?.length === 0 ? [] : ['-H "Authorization: Bearer $AISLE_KEY"']),
    ...(body === undefined ? [] : [`-H 'Content-Type: application/json'`]),
    ...(isMcp ? [`-H 'Accept: application/json, text/event-stream'`] : []),
    ...(body === undefined ? [] : [`-d ${quoted(JSON.stringify(body))}`]),
  ].join(' \\\n  ');
}

/** POSIX shell, 2.2.2: within single quotes everything is itself but a single quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
